package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's one hand that writes. Commands queue here while the previous batch becomes durable, so that one commit
 * serves all that came meanwhile. Nothing but the hand-over happens on its thread.
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int BATCH = 512;
    private static final int BATCH_CHARACTERS = 8 << 20;

    private static final String STOPPING = "The ledger is stopping";

    private final AppendConnection connection;
    private final Duration patience;
    private final AppendPursuit pursuit;
    private final BlockingQueue<WaitingAppend> queue;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param capacity how many commands may wait; one more is refused
     * @param patience how long an append that was cut off is pursued before its callers hear that its end is unknown
     * @param appended hears of the head's new position after each batch
     */
    Appender(AppendConnection connection, int capacity, Duration patience, LongConsumer appended) {
        this.connection = connection;
        this.patience = patience;
        this.pursuit = new AppendPursuit(connection, patience, appended, () -> closed);
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /**
     * Appends one command's events, all or none; returns when they are durable. Can't be interrupted: what is handed over
     * is recorded or not, and the caller must know which.
     *
     * @return the position of the last event
     * @throws EventConflict when one of the events is not the next of its stream
     * @throws LedgerUnavailable when the queue is full, or the database can't be reached
     */
    long append(List<StoredEvent> events) {
        var entry = WaitingAppend.of(events);
        if (closed) {
            throw new LedgerUnavailable(STOPPING);
        }
        if (!queue.offer(entry)) {
            throw new LedgerUnavailable("Too many commands wait to be recorded");
        }
        // whoever came after the last look into the queue takes itself out again
        if (closed && queue.remove(entry)) {
            throw new LedgerUnavailable(STOPPING);
        }
        return entry.await();
    }

    private void run() {
        @Nullable WaitingAppend left = null;
        var stopped = false;
        while (!stopped) {
            var batch = new ArrayList<WaitingAppend>();
            try {
                var first = left != null ? left : queue.poll(200, TimeUnit.MILLISECONDS);
                left = null;
                if (first != null) {
                    left = gather(first, batch);
                    pursuit.write(batch);
                } else {
                    stopped = closed;
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (Throwable e) {
                LOG.error("The appender stumbled over a batch of {} commands", batch.size(), e);
                WaitingAppend.fail(batch, AppendPursuit.unknown(e));
            }
        }
    }

    /** Takes what waits, up to a batch; gives back the first entry that must not share it. */
    private @Nullable WaitingAppend gather(WaitingAppend first, List<WaitingAppend> batch) {
        batch.add(first);
        var streams = new HashSet<>(List.of(first.firstStream()));
        var characters = first.characters();
        while (batch.size() < BATCH) {
            var next = queue.poll();
            if (next == null) {
                return null;
            }
            characters += next.characters();
            if (characters > BATCH_CHARACTERS || !streams.add(next.firstStream())) {
                return next;
            }
            batch.add(next);
        }
        return null;
    }

    /** Lets what waits become durable, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(patience.toMillis() + 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
        var left = new ArrayList<WaitingAppend>();
        queue.drainTo(left);
        WaitingAppend.fail(left, new LedgerUnavailable(STOPPING));
    }
}
