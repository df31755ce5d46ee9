package org.matterledger.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of views. What a processor's batch of events writes goes to the database together at the batch's end,
 * in the token's transaction. When that fails, the next attempts write one by one for a while, so that the one event that
 * can't be shown is found and set aside as a dead letter, and not its whole batch.
 */
@Component
public final class Rows {

    private static final long CAREFUL_NANOS = 300_000_000_000L;

    private final JdbcTemplate jdbc;
    private final String pending = "rows-" + System.identityHashCode(this);
    private volatile @Nullable Long failedAt;

    Rows(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * Writes exactly one row: an upsert, or a change of a row that must be there.
     *
     * @param values in the order of the statement's question marks; times, enums, ids and lists as they are
     * @throws MissingRow when no row was there to change; at the latest when the batch is written
     */
    public void write(String sql, @Nullable Object... values) {
        var write = new Write(sql, Stream.of(values).map(Rows::sqlValue).toArray());
        if (CurrentUnitOfWork.isStarted() && !careful()) {
            batch().add(write);
        } else {
            together(List.of(write));
        }
    }

    /** Deletes every row of some tables. */
    public void empty(String... tables) {
        Stream.of(tables).forEach(table -> jdbc.execute("delete from " + table));
    }

    private List<Write> batch() {
        return CurrentUnitOfWork.get().getOrComputeResource(pending, key -> {
            var writes = new ArrayList<Write>();
            CurrentUnitOfWork.get().onPrepareCommit(work -> flush(writes));
            return writes;
        });
    }

    private void flush(List<Write> writes) {
        try {
            for (int from = 0, to; from < writes.size(); from = to) {
                to = from + 1;
                while (to < writes.size()
                        && writes.get(to).sql().equals(writes.get(from).sql())) {
                    to++;
                }
                together(writes.subList(from, to));
            }
        } catch (RuntimeException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private void together(List<Write> writes) {
        var sql = writes.getFirst().sql();
        var counts = jdbc.batchUpdate(sql, writes.stream().map(Write::values).toList());
        for (int count : counts) {
            if (count == 0) {
                throw new MissingRow(sql);
            }
        }
    }

    private boolean careful() {
        var failure = failedAt;
        return failure != null && System.nanoTime() - failure < CAREFUL_NANOS;
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Collection<?> items -> items.stream().map(Object::toString).toArray(String[]::new);
            case null -> null;
            default -> value.getClass().isRecord() ? value.toString() : value;
        };
    }

    private record Write(String sql, @Nullable Object[] values) {}

    /** An event changed a row that isn't there: the view lost something, and must not go on as if nothing were. */
    public static final class MissingRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingRow(String sql) {
            super("No row was there for: " + sql);
        }
    }
}
