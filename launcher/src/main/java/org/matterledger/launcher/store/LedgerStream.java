package org.matterledger.launcher.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole record in its order, for one processor, from its token on. Unlike Axon's own it calls back when something
 * comes, so that a pooled processor needs no polling.
 */
final class LedgerStream implements TrackingEventStream {

    private static final int PAGE = 1000;

    private final LedgerStorageEngine engine;
    private final Head head;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final Runnable wake = this::woken;
    private long read;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    LedgerStream(LedgerStorageEngine engine, Head head, long position) {
        this.engine = engine;
        this.head = head;
        this.read = position;
        head.onAdvance(wake);
    }

    private void woken() {
        news.release();
        var listener = callback;
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(buffer.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var end = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            var left = end - System.nanoTime();
            if (closed || left <= 0) {
                return false;
            }
            news.drainPermits();
            if (head.position() <= read && !news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return fill();
            }
        }
        return true;
    }

    private boolean fill() {
        if (buffer.isEmpty() && !closed && head.position() > read) {
            buffer.addAll(engine.after(read, PAGE));
            if (!buffer.isEmpty()) {
                read = LedgerStorageEngine.positionOf(buffer.getLast().trackingToken());
            }
        }
        return !buffer.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new NoSuchElementException("The stream is closed");
            }
        }
        return buffer.removeFirst();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable listener) {
        callback = listener;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        head.forget(wake);
        news.release();
    }
}
