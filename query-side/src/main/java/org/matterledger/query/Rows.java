package org.matterledger.query;

import java.time.Instant;
import java.time.ZoneOffset;
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
        write(null, sql, values);
    }

    /**
     * The same, about a row that is named: what is written about other rows meanwhile may go before or after it, and so
     * together with more of its kind.
     *
     * @param row the row in its table; whatever else is written about that row must name it too
     */
    public void writeOf(Object row, String sql, @Nullable Object... values) {
        write(row, sql, values);
    }

    private void write(@Nullable Object row, String sql, @Nullable Object... values) {
        var sqlValues = Stream.of(values).map(Rows::sqlValue).toArray();
        if (CurrentUnitOfWork.isStarted() && !careful()) {
            batch().add(row, sql, sqlValues);
        } else {
            together(sql, List.<Object[]>of(sqlValues));
        }
    }

    /** Deletes every row of some tables. */
    public void empty(String... tables) {
        Stream.of(tables).forEach(table -> jdbc.execute("delete from " + table));
    }

    private PendingWrites batch() {
        return CurrentUnitOfWork.get().getOrComputeResource(pending, key -> {
            var writes = new PendingWrites();
            CurrentUnitOfWork.get().onPrepareCommit(work -> flush(writes));
            return writes;
        });
    }

    private void flush(PendingWrites writes) {
        try {
            writes.forEach(this::together);
        } catch (RuntimeException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private void together(String sql, List<Object[]> values) {
        for (int count : jdbc.batchUpdate(sql, values)) {
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

    /** An event changed a row that isn't there: the view lost something, and must not go on as if nothing were. */
    public static final class MissingRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingRow(String sql) {
            super("No row was there for: " + sql);
        }
    }
}
