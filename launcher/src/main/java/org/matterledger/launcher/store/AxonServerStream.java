package org.matterledger.launcher.store;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole record on an Axon Server in its order, for one processor, from its token on. The connector's own stream ends
 * when the server goes away; this one goes on where it was, once the server is back.
 */
final class AxonServerStream implements TrackingEventStream {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerStream.class);
    private static final int BUFFER = 1000;
    private static final int REFILL = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AxonServerLink link;
    private final AxonServerForm form;
    private final EventCodec codec;
    private final Semaphore news = new Semaphore(0);
    private long read;
    private long notBefore = System.nanoTime();
    private @Nullable TrackedEventMessage<?> next;
    private volatile @Nullable EventStream source;
    private volatile @Nullable Runnable callback;
    private volatile boolean closed;

    AxonServerStream(AxonServerLink link, AxonServerForm form, EventCodec codec, long position) {
        this.link = link;
        this.form = form;
        this.codec = codec;
        this.read = position;
    }

    private void woken() {
        news.release();
        var listener = callback;
        if (listener != null && !closed) {
            try {
                listener.run();
            } catch (RejectedExecutionException e) {
                LOG.debug("A processor stopped before its stream was closed", e);
            }
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fill());
    }

    private @Nullable TrackedEventMessage<?> fill() {
        if (next == null && !closed) {
            var open = open();
            var event = open == null ? null : open.nextIfAvailable();
            if (event != null) {
                next = message(event);
            } else if (open != null && open.isClosed()) {
                reopenLater(open);
            }
        }
        return next;
    }

    /** The server counts from 0, and is told the last event that was read; the ledger's positions count from 1. */
    private TrackedEventMessage<?> message(EventWithToken event) {
        var position = event.getToken() + 1;
        if (position != read + 1) {
            throw new IllegalStateException("After position %d the record continues with %d".formatted(read, position));
        }
        var message = LazyEvent.inOrder(form.fromServer(event.getEvent(), position), codec);
        read = position;
        return message;
    }

    private @Nullable EventStream open() {
        var open = source;
        if (open == null && System.nanoTime() - notBefore >= 0) {
            try {
                open = link.events().openStream(read - 1, BUFFER, REFILL, false);
                source = open;
                open.onAvailable(this::woken);
            } catch (RuntimeException e) {
                reopenLater(open);
                return null;
            }
        }
        return open;
    }

    private void reopenLater(@Nullable EventStream broken) {
        notBefore = System.nanoTime() + PAUSE.toNanos();
        source = null;
        if (broken != null) {
            broken.close();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var end = System.nanoTime() + unit.toNanos(timeout);
        while (fill() == null) {
            var left = end - System.nanoTime();
            if (closed || left <= 0) {
                return false;
            }
            if (news.tryAcquire(Math.min(left, PAUSE.toNanos()), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new NoSuchElementException("The stream is closed");
            }
        }
        var event = next;
        if (event == null) {
            throw new NoSuchElementException("The stream is read by one reader at a time");
        }
        next = null;
        return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable listener) {
        callback = listener;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        var open = source;
        if (open != null) {
            open.close();
        }
        news.release();
    }
}
