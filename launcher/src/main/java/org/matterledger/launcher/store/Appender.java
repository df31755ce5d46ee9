package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final String STOPPING = "The ledger is stopping";

    /** How often events that an append did not bring in are sent again. */
    private static final int REPEATS = 3;

    /** One command's events, the promise of the position of its last one, and since when it waits. */
    private record Entry(List<StoredEvent> events, int characters, CompletableFuture<Long> position, long since) {

        static Entry of(List<StoredEvent> events) {
            var characters = events.stream()
                    .mapToInt(e -> e.payload().length() + e.metadata().length())
                    .sum();
            return new Entry(List.copyOf(events), characters, new CompletableFuture<>(), System.nanoTime());
        }

        String firstStream() {
            return events.getFirst().stream();
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
        var entry = Entry.of(events);
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
        try {
            return entry.position().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        @Nullable Entry left = null;
        var stopped = false;
        while (!stopped) {
            var batch = new ArrayList<Entry>();
            try {
                var first = left != null ? left : queue.poll(200, TimeUnit.MILLISECONDS);
                left = null;
                if (first != null) {
                    left = gather(first, batch);
                    write(batch);
                } else {
                    stopped = closed;
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (Throwable e) {
                LOG.error("The appender stumbled over a batch of {} commands", batch.size(), e);
                fail(batch, unknown(e));
            }
        }
    }

    /** Takes what waits, up to a batch; gives back the first entry that must not share it. */
    private @Nullable Entry gather(Entry first, List<Entry> batch) {
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

    private void write(List<Entry> batch) {
        send(batch, REPEATS).ifPresent(answers -> tell(batch, answers));
    }

    /** The batch's answers; empty where its entries were answered one by one, because something went wrong. */
    private Optional<long[]> send(List<Entry> batch, int repeats) {
        try {
            return Optional.of(connection.append(eventsOf(batch)));
        } catch (SQLException e) {
            if (!AppendConnection.refusedByServer(e)) {
                settle(batch, e, repeats);
            } else if (batch.size() > 1) {
                // one command's bad data must not fail its neighbours
                batch.forEach(entry -> write(List.of(entry)));
            } else {
                fail(batch, refusal(e));
            }
        } catch (Throwable e) {
            settle(batch, e, repeats);
        }
        return Optional.empty();
    }

    private static List<List<StoredEvent>> eventsOf(List<Entry> batch) {
        return batch.stream().map(Entry::events).toList();
    }

    /** The answer was cut off. The events may stand or not: ask until the database says which. */
    private void settle(List<Entry> batch, Throwable failure, int repeats) {
        LOG.warn(
                "An append of {} commands was cut off ({}); asking what became of it",
                batch.size(),
                failure.toString());
        whatStands(batch).ifPresent(answers -> {
            for (var i = 0; i < answers.length; i++) {
                if (answers[i] >= 0) {
                    tell(List.of(batch.get(i)), new long[] {answers[i]});
                } else if (repeats > 0) {
                    repeat(List.of(batch.get(i)), repeats - 1);
                } else {
                    fail(List.of(batch.get(i)), unknown(failure));
                }
            }
        });
    }

    /** The append that was cut off may come in late, between our asking and our repeating: then it is no conflict. */
    private void repeat(List<Entry> entry, int repeats) {
        send(entry, repeats)
                .flatMap(answers -> answers[0] < 0 ? whatStands(entry) : Optional.of(answers))
                .ifPresent(answers -> tell(entry, answers));
    }

    /** The positions of what stands, −1 for what doesn't; empty where the database could not be asked in time. */
    private Optional<long[]> whatStands(List<Entry> batch) {
        var end = batch.getFirst().since() + patience.toNanos();
        for (var attempt = 0; ; attempt++) {
            try {
                return Optional.of(connection.settle(eventsOf(batch)));
            } catch (Throwable e) {
                if (closed || System.nanoTime() - end > 0) {
                    fail(batch, unknown(e));
                    return Optional.empty();
                }
                pause(Math.min(1000, 20L << Math.min(attempt, 6)));
            }
        }
    }

    private static RuntimeException refusal(SQLException e) {
        return AppendConnection.passing(e)
                ? new LedgerUnavailable("The database can't take it now: " + e.getMessage(), e)
                : new IllegalStateException("The record refused the events: " + e.getMessage(), e);
    }

    private static LedgerUnavailable unknown(Throwable cause) {
        return new LedgerUnavailable(
                "The database can't be reached; whether the command was recorded is unknown until its key is repeated",
                cause);
    }

    private void tell(List<Entry> batch, long[] answers) {
        var head = Arrays.stream(answers).max().orElse(0);
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
        fail(left, new LedgerUnavailable(STOPPING));
    }
}
