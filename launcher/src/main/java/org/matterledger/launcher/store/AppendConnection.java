package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** The appender's own connection, in autocommit: each call of {@code ledger.append} is one transaction. */
class AppendConnection implements AutoCloseable {

    private static final String APPEND = "select ledger.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SETTLE = "select ledger.settle(?, ?, ?)";

    /** Connection lost, time-out that ends the session, shut-down, a crash. */
    private static final List<String> CUT_OFF = List.of("08", "25P", "57P", "XX");

    /** Read-only, no access, no such database, deadlock, disk or memory full, locked, cancelled, system failure. */
    private static final List<String> LACKING = List.of("25", "28", "3D", "40", "53", "55", "57", "58");

    private final ConnectionSource source;
    private @Nullable Connection connection;

    AppendConnection(ConnectionSource source) {
        this.source = source;
    }

    /** Whether the server itself said no to the statement, so that nothing of it stands. */
    static boolean refusedByServer(SQLException e) {
        var state = e.getSQLState();
        return state != null && (malformed(e) || CUT_OFF.stream().noneMatch(state::startsWith));
    }

    /** The server could not read the message: a zero byte in a text. Without its word the driver itself lost the thread. */
    private static boolean malformed(SQLException e) {
        return "08P01".equals(e.getSQLState())
                && e instanceof PSQLException said
                && said.getServerErrorMessage() != null;
    }

    /** Whether it was refused for what the server lacks now, not for what the events are. */
    static boolean passing(SQLException e) {
        var state = e.getSQLState();
        return state != null && LACKING.stream().anyMatch(state::startsWith);
    }

    /** The position of each command's last event, −1 for a conflict. */
    long[] append(List<List<StoredEvent>> commands) throws SQLException {
        var events = commands.stream().flatMap(List::stream).toList();
        var numbers = new Integer[events.size()];
        var next = 0;
        for (var i = 0; i < commands.size(); i++) {
            for (var ignored : commands.get(i)) {
                numbers[next++] = i;
            }
        }
        try (var call = open().prepareStatement(APPEND)) {
            call.setArray(1, call.getConnection().createArrayOf("integer", numbers));
            set(call, 2, "uuid", events, StoredEvent::id);
            set(call, 3, "text", events, StoredEvent::stream);
            set(call, 4, "text", events, StoredEvent::streamType);
            set(call, 5, "bigint", events, StoredEvent::sequence);
            set(call, 6, "text", events, StoredEvent::type);
            set(call, 7, "integer", events, StoredEvent::revision);
            set(call, 8, "timestamptz", events, e -> e.notedAt().toString());
            set(call, 9, "text", events, StoredEvent::payload);
            set(call, 10, "text", events, StoredEvent::metadata);
            return answer(call);
        }
    }

    /** The position of each command's last event, −1 where it doesn't stand; asked on a fresh connection. */
    long[] settle(List<List<StoredEvent>> commands) throws SQLException {
        close();
        var events = commands.stream().map(List::getLast).toList();
        try (var call = open().prepareStatement(SETTLE)) {
            set(call, 1, "uuid", events, StoredEvent::id);
            set(call, 2, "text", events, StoredEvent::stream);
            set(call, 3, "bigint", events, StoredEvent::sequence);
            return answer(call);
        }
    }

    private Connection open() throws SQLException {
        var present = connection;
        if (present == null) {
            present = source.openForAppending();
            present.setAutoCommit(true);
            connection = present;
        }
        return present;
    }

    private static void set(
            PreparedStatement call,
            int index,
            String type,
            List<StoredEvent> events,
            Function<StoredEvent, Object> value)
            throws SQLException {
        call.setArray(
                index,
                call.getConnection()
                        .createArrayOf(type, events.stream().map(value).toArray()));
    }

    private static long[] answer(PreparedStatement call) throws SQLException {
        try (var rows = call.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("The record gave no answer");
            }
            var positions = (Long[]) rows.getArray(1).getArray();
            var answer = new long[positions.length];
            for (var i = 0; i < answer.length; i++) {
                answer[i] = positions[i];
            }
            return answer;
        }
    }

    @Override
    public void close() {
        var present = connection;
        connection = null;
        if (present != null) {
            try {
                present.close();
            } catch (SQLException e) {
                // a broken connection may fail to close; it is abandoned all the same
                connection = null;
            }
        }
    }
}
