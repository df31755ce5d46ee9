package org.matterledger.launcher.mailimport;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same for many things, so many at a time. After a failure or an interrupt it begins no more. */
final class ManyAtOnce {

    private final int places;
    private volatile boolean stopped;

    ManyAtOnce(int places) {
        this.places = places;
    }

    /**
     * Returns when all are done.
     *
     * @throws InterruptedException when it was stopped; what had begun has ended, early where it asks for that
     * @throws RuntimeException the first failure
     */
    <T> void each(Collection<T> things, Consumer<T> doing) throws InterruptedException {
        var free = new Semaphore(places);
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thing : things) {
                acquire(free, 1);
                if (failure.get() != null) {
                    break;
                }
                threads.submit(() -> {
                    try {
                        doing.accept(thing);
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                        stopped = true;
                    } finally {
                        free.release();
                    }
                });
            }
            // here and not in closing, which would interrupt what still talks to the database
            acquire(free, places);
        }
        finish(failure.get());
    }

    /** Whether what takes long had better end. */
    boolean stopped() {
        return stopped;
    }

    private void acquire(Semaphore free, int permits) throws InterruptedException {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            stopped = true;
            throw e;
        }
    }

    private static void finish(@Nullable Throwable first) {
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (RuntimeException) first;
        }
    }
}
