package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends batches and pursues each until its end is known: an answer that was cut off is asked for, events that did not
 * come in are sent again, and what one command's bad data spoiled is repeated one by one. Used by one thread.
 */
final class AppendPursuit {

    private static final Logger LOG = LoggerFactory.getLogger(AppendPursuit.class);

    /** How often events that an append did not bring in are sent again. */
    private static final int REPEATS = 3;

    private final AppendConnection connection;
    private final Duration patience;
    private final LongConsumer appended;
    private final BooleanSupplier stopping;

    AppendPursuit(AppendConnection connection, Duration patience, LongConsumer appended, BooleanSupplier stopping) {
        this.connection = connection;
        this.patience = patience;
        this.appended = appended;
        this.stopping = stopping;
    }

    /** Brings a batch into the record. Whatever happens, every one of its commands is answered. */
    void write(List<WaitingAppend> batch) {
        send(batch, REPEATS).ifPresent(answers -> tell(batch, answers));
    }

    /** The batch's answers; empty where its entries were answered one by one, because something went wrong. */
    private Optional<long[]> send(List<WaitingAppend> batch, int repeats) {
        try {
            return Optional.of(connection.append(eventsOf(batch)));
        } catch (SQLException e) {
            if (!AppendConnection.refusedByServer(e)) {
                settle(batch, e, repeats);
            } else if (batch.size() > 1) {
                // one command's bad data must not fail its neighbours
                batch.forEach(entry -> write(List.of(entry)));
            } else {
                WaitingAppend.fail(batch, refusal(e));
            }
        } catch (Throwable e) {
            settle(batch, e, repeats);
        }
        return Optional.empty();
    }

    private static List<List<StoredEvent>> eventsOf(List<WaitingAppend> batch) {
        return batch.stream().map(WaitingAppend::events).toList();
    }

    /** The answer was cut off. The events may stand or not: ask until the database says which. */
    private void settle(List<WaitingAppend> batch, Throwable failure, int repeats) {
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
                    WaitingAppend.fail(List.of(batch.get(i)), unknown(failure));
                }
            }
        });
    }

    /** The append that was cut off may come in late, between our asking and our repeating: then it is no conflict. */
    private void repeat(List<WaitingAppend> entry, int repeats) {
        send(entry, repeats)
                .flatMap(answers -> answers[0] < 0 ? whatStands(entry) : Optional.of(answers))
                .ifPresent(answers -> tell(entry, answers));
    }

    /** The positions of what stands, −1 for what doesn't; empty where the database could not be asked in time. */
    private Optional<long[]> whatStands(List<WaitingAppend> batch) {
        var end = batch.getFirst().since() + patience.toNanos();
        for (var attempt = 0; ; attempt++) {
            try {
                return Optional.of(connection.settle(eventsOf(batch)));
            } catch (Throwable e) {
                if (stopping.getAsBoolean() || System.nanoTime() - end > 0) {
                    WaitingAppend.fail(batch, unknown(e));
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

    static LedgerUnavailable unknown(Throwable cause) {
        return new LedgerUnavailable(
                "The database can't be reached; whether the command was recorded is unknown until its key is repeated",
                cause);
    }

    private void tell(List<WaitingAppend> batch, long[] answers) {
        var head = Arrays.stream(answers).max().orElse(0);
        if (head > 0) {
            appended.accept(head);
        }
        for (var i = 0; i < answers.length; i++) {
            batch.get(i).answer(answers[i]);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
