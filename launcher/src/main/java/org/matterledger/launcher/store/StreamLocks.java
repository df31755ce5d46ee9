package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One lock a stream, within this node: who waits is woken, nobody scans. A lock lives only while somebody wants it. */
final class StreamLocks {

    private static final class Counted {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int wanted;
    }

    /** A held lock; closing gives it back. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private final ConcurrentMap<String, Counted> locks = new ConcurrentHashMap<>();

    /**
     * Waits for the stream.
     *
     * @throws TooLong when it takes longer than the patience given
     */
    Held acquire(String stream, Duration patience) {
        return ifWithin(stream, patience).orElseThrow(TooLong::new);
    }

    /** The stream where nobody holds it and nobody waits for it. */
    Optional<Held> ifFree(String stream) {
        return ifWithin(stream, Duration.ZERO);
    }

    private Optional<Held> ifWithin(String stream, Duration patience) {
        var counted = locks.compute(stream, (key, present) -> {
            var lock = present == null ? new Counted() : present;
            lock.wanted++;
            return lock;
        });
        var acquired = false;
        try {
            acquired = counted.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!acquired) {
                leave(stream);
            }
        }
        if (!acquired) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            counted.lock.unlock();
            leave(stream);
        });
    }

    private void leave(String stream) {
        locks.computeIfPresent(stream, (key, lock) -> --lock.wanted == 0 ? null : lock);
    }

    /** How many streams are wanted now. */
    int wanted() {
        return locks.size();
    }

    /** Others held the stream for longer than the caller would wait. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
