package org.matterledger.launcher.mailimport;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same for many things, so many at a time. What fails, or an interrupt, begins no more, and ends what runs. */
final class ManyAtOnce {

    private final int places;

    ManyAtOnce(int places) {
        this.places = places;
    }

    /**
     * Returns when all are done.
     *
     * @throws InterruptedException when it was stopped; those that ran have ended
     * @throws RuntimeException the first failure
     */
    <T> void each(Collection<T> things, Consumer<T> doing) throws InterruptedException {
        var free = new Semaphore(places);
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thing : things) {
                free.acquire();
                if (failure.get() != null) {
                    break;
                }
                threads.submit(() -> {
                    try {
                        doing.accept(thing);
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        var first = failure.get();
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (RuntimeException) first;
        }
    }
}
