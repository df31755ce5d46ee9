package org.matterledger.command.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.values.ObligationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices that are taken back. Most duties end before anybody was told of them, so most of this finds nothing: what a batch
 * of events takes back is looked for in one statement.
 */
final class Withdrawals {

    private static final String BATCH = Withdrawals.class.getName();

    private final JdbcClient database;

    Withdrawals(JdbcClient database) {
        this.database = database;
    }

    private record Withdrawal(ObligationId obligation, What what, Instant upTo) {}

    /** Within a batch of events to be written at its end, else at once. */
    void add(ObligationId obligation, Collection<What> meanings, Instant upTo) {
        var more = meanings.stream()
                .map(what -> new Withdrawal(obligation, what, upTo))
                .toList();
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .getOrComputeResource(BATCH, key -> {
                        var waiting = new ArrayList<Withdrawal>();
                        CurrentUnitOfWork.get().onPrepareCommit(ending -> write(waiting));
                        return waiting;
                    })
                    .addAll(more);
        } else {
            write(new ArrayList<>(more));
        }
    }

    /** Before a notice is put in: what was taken back until then does not take back the new one. */
    void writeNow() {
        if (CurrentUnitOfWork.isStarted()) {
            @Nullable List<Withdrawal> waiting = CurrentUnitOfWork.get().getResource(BATCH);
            if (waiting != null) {
                write(waiting);
            }
        }
    }

    private void write(List<Withdrawal> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        database.sql("""
                        update command.outbox o set state = 'WITHDRAWN'
                          from unnest(:obligations::text[], :meanings::text[], :times::timestamptz[])
                               as w(obligation, what, up_to)
                         where o.obligation_id = w.obligation and o.state = 'WAITING' and o.what = w.what
                           and o.noted_at <= w.up_to""")
                .param(
                        "obligations",
                        texts(waiting.stream().map(w -> w.obligation().value())))
                .param("meanings", texts(waiting.stream().map(w -> w.what().name())))
                .param("times", texts(waiting.stream().map(w -> w.upTo().toString())))
                .update();
        waiting.clear();
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
