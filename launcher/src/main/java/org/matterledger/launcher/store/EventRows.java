package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The statements that read the record, and how a row becomes an event. */
final class EventRows {

    static final String COLUMNS =
            "e.position, e.event_id, e.stream, e.stream_type, e.sequence, e.type, e.revision, e.noted_at, e.payload,"
                    + " e.metadata";

    private static final String STREAM = "select " + COLUMNS
            + " from ledger.event e where e.stream = ? and e.sequence >= ? order by e.sequence limit ?";
    private static final String LEDGER =
            "select " + COLUMNS + " from ledger.event e where e.position > ? order by e.position limit ?";

    private static final String FIRST = "select coalesce(min(e.position), 0) from ledger.event e"
            + " where e.position > ? and e.position <= ? and e.type = any(?)";

    private EventRows() {}

    static StoredEvent read(ResultSet row, int first) throws SQLException {
        return new StoredEvent(
                row.getLong(first),
                row.getObject(first + 1, UUID.class),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getLong(first + 4),
                row.getString(first + 5),
                row.getInt(first + 6),
                row.getObject(first + 7, OffsetDateTime.class).toInstant(),
                row.getString(first + 8),
                row.getString(first + 9));
    }

    /** Events of one stream from a sequence on, in order. */
    static List<StoredEvent> ofStream(Connection connection, String stream, long firstSequence, int limit)
            throws SQLException {
        try (var query = connection.prepareStatement(STREAM)) {
            query.setString(1, stream);
            query.setLong(2, firstSequence);
            query.setInt(3, limit);
            return all(query.executeQuery(), limit);
        }
    }

    /** Events of the whole ledger after a position, in order. */
    static List<StoredEvent> after(Connection connection, long position, int limit) throws SQLException {
        try (var query = connection.prepareStatement(LEDGER)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            return all(query.executeQuery(), limit);
        }
    }

    /** The position of the first event of one of these types after a position and up to another; 0 for none. */
    static long firstOf(Connection connection, Collection<String> types, long after, long upTo) throws SQLException {
        try (var query = connection.prepareStatement(FIRST)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            query.setArray(3, connection.createArrayOf("text", types.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<StoredEvent> all(ResultSet rows, int expected) throws SQLException {
        try (rows) {
            var events = new ArrayList<StoredEvent>(Math.min(expected, 64));
            while (rows.next()) {
                events.add(read(rows, 1));
            }
            return events;
        }
    }
}
