package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    /** One command's events, and the promise of the position of its last one. */
    private record Entry(List<StoredEvent> events, CompletableFuture<Long> position) {

        String firstStream() {
            return events.getFirst().stream();
        }

        int characters() {
            return events.stream()
                    .mapToInt(e -> e.payload().length() + e.metadata().length())
                    .sum();
        }
    }

    private final AppendConnection connection;
    private final Duration patience;
    private final LongConsumer appended;
    private final BlockingQueue<Entry> queue;
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
        this.appended = appended;
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
        var entry = new Entry(List.copyOf(events), new CompletableFuture<>());
        if (closed || !queue.offer(entry)) {
            throw new LedgerUnavailable(closed ? "The ledger is stopping" : "Too many commands wait to be recorded");
        }
        try {
            return entry.position().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        @Nullable Entry left = null;
        while (!(closed && queue.isEmpty() && left == null)) {
            try {
                var first = left != null ? left : queue.poll(200, TimeUnit.MILLISECONDS);
                left = null;
                if (first != null) {
                    var batch = new ArrayList<Entry>();
                    left = gather(first, batch);
                    append(new ArrayList<>(batch), batch.size() == 1);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** Takes what waits, up to a batch; gives back the first entry that must not share it. */
    private @Nullable Entry gather(Entry first, List<Entry> batch) {
        var streams = new HashSet<String>();
        var characters = 0;
        @Nullable Entry next = first;
        while (next != null) {
            characters += next.characters();
            if (!batch.isEmpty() && (characters > BATCH_CHARACTERS || !streams.add(next.firstStream()))) {
                return next;
            }
            streams.add(next.firstStream());
            batch.add(next);
            next = batch.size() < BATCH ? queue.poll() : null;
        }
        return null;
    }

    private void append(List<Entry> batch, boolean alone) {
        var events = batch.stream().map(Entry::events).toList();
        try {
            tell(batch, connection.append(events));
        } catch (SQLException e) {
            if (AppendConnection.refusedByServer(e)) {
                oneByOne(batch, alone, e);
            } else {
                settle(batch, e);
            }
        } catch (Throwable e) {
            settle(batch, e);
        }
    }

    /** One command's bad data must not fail its neighbours. */
    private void oneByOne(List<Entry> batch, boolean alone, SQLException failure) {
        if (alone) {
            fail(batch, new IllegalStateException("The record refused the events: " + failure.getMessage(), failure));
        } else {
            batch.forEach(entry -> append(List.of(entry), true));
        }
    }

    /** The answer was cut off. The events may stand or not: ask until the database says which. */
    private void settle(List<Entry> batch, Throwable failure) {
        LOG.warn(
                "An append of {} commands was cut off ({}); asking what became of it",
                batch.size(),
                failure.toString());
        var end = System.nanoTime() + patience.toNanos();
        var attempt = 0;
        while (true) {
            try {
                var answers =
                        connection.settle(batch.stream().map(Entry::events).toList());
                repeatWhatIsMissing(batch, answers);
                return;
            } catch (Throwable e) {
                if (closed || System.nanoTime() > end) {
                    fail(
                            batch,
                            new LedgerUnavailable(
                                    "The database can't be reached; whether the command was recorded is unknown until its key is"
                                            + " repeated",
                                    e));
                    return;
                }
                pause(Math.min(1000, 20L << Math.min(attempt++, 5)));
            }
        }
    }

    private void repeatWhatIsMissing(List<Entry> batch, long[] answers) {
        var missing = new ArrayList<Entry>();
        for (var i = 0; i < answers.length; i++) {
            if (answers[i] < 0) {
                missing.add(batch.get(i));
            } else {
                batch.get(i).position().complete(answers[i]);
            }
        }
        appended.accept(0);
        for (var entry : missing) {
            append(List.of(entry), true);
        }
    }

    private void tell(List<Entry> batch, long[] answers) {
        var head = 0L;
        for (var answer : answers) {
            head = Math.max(head, answer);
        }
        if (head > 0) {
            appended.accept(head);
        }
        for (var i = 0; i < answers.length; i++) {
            var entry = batch.get(i);
            if (answers[i] < 0) {
                entry.position().completeExceptionally(new EventConflict(entry.firstStream()));
            } else {
                entry.position().complete(answers[i]);
            }
        }
    }

    private static void fail(List<Entry> batch, RuntimeException failure) {
        batch.forEach(entry -> entry.position().completeExceptionally(failure));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        var left = new ArrayList<Entry>();
        queue.drainTo(left);
        fail(left, new LedgerUnavailable("The ledger is stopping"));
    }
}
