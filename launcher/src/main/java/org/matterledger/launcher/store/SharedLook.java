package org.matterledger.launcher.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets callers that ask at the same time share one answer, never one that was looked up before they asked. */
final class SharedLook<T> {

    private final Supplier<T> lookup;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private long answered;
    private @Nullable T answer;

    SharedLook(Supplier<T> lookup) {
        this.lookup = lookup;
    }

    T now() {
        var before = begun.get();
        lock.lock();
        try {
            var last = answer;
            if (last != null && answered > before) {
                return last;
            }
            var mine = begun.incrementAndGet();
            var fresh = lookup.get();
            answer = fresh;
            answered = mine;
            return fresh;
        } finally {
            lock.unlock();
        }
    }
}
