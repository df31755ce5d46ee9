package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.matterledger.command.AggregateType;
import org.matterledger.command.LedgerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** States of long streams, kept so that a cold node need not read them from their first event. Never the truth. */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final DataSource database;
    private final JsonMapper json;
    private final Map<Class<?>, String> shapes = new ConcurrentHashMap<>();

    Snapshots(DataSource database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The latest snapshot of a stream, if it has the present shape. */
    Optional<Remembered> read(AggregateType<?, ?> type, String stream) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select sequence, noted_at, state from command.snapshot where stream = ? and shape = ?")) {
            query.setString(1, stream);
            query.setString(2, shape(type));
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                LedgerState<?> state = json.readValue(row.getBytes(3), type.state());
                var sequence = row.getLong(1);
                var notedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                return Optional.of(new Remembered(sequence, notedAt, true, state, sequence));
            }
        } catch (SQLException | JacksonException e) {
            LOG.warn("The snapshot of {} can't be read; its events are read instead: {}", stream, e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps a state, unless a later one is kept already. */
    void store(AggregateType<?, ?> type, String stream, Remembered remembered) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into command.snapshot as s (stream, sequence, noted_at, shape, state)
                        values (?, ?, ?, ?, ?)
                        on conflict (stream) do update
                        set sequence = excluded.sequence, noted_at = excluded.noted_at, shape = excluded.shape,
                            state = excluded.state
                        where s.sequence <= excluded.sequence or s.shape <> excluded.shape""")) {
            upsert.setString(1, stream);
            upsert.setLong(2, remembered.sequence());
            upsert.setObject(3, OffsetDateTime.ofInstant(remembered.notedAt(), ZoneOffset.UTC));
            upsert.setString(4, shape(type));
            upsert.setBytes(5, json.writeValueAsBytes(remembered.state()));
            upsert.executeUpdate();
        } catch (SQLException | JacksonException e) {
            LOG.warn("No snapshot of {} could be stored: {}", stream, e.getMessage());
        }
    }

    /** Drops a snapshot that contradicts the record. */
    void drop(String stream) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from command.snapshot where stream = ?")) {
            delete.setString(1, stream);
            delete.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("The snapshot of {} could not be dropped: {}", stream, e.getMessage());
        }
    }

    private String shape(AggregateType<?, ?> type) {
        return shapes.computeIfAbsent(type.state(), Shape::of);
    }
}
