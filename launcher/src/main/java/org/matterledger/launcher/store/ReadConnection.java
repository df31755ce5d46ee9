package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection for reading that is opened again when it broke. Used by one thread at a time. */
final class ReadConnection implements AutoCloseable {

    /** A read over the connection. */
    @FunctionalInterface
    interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    private final ConnectionSource source;
    private @Nullable Connection connection;

    ReadConnection(ConnectionSource source) {
        this.source = source;
    }

    /** @throws LedgerUnavailable when the database can't be reached, tried twice */
    <T> T call(Read<T> read) {
        try {
            return read.from(open());
        } catch (SQLException first) {
            close();
            try {
                return read.from(open());
            } catch (SQLException second) {
                close();
                second.addSuppressed(first);
                throw new LedgerUnavailable("The database can't be read: " + second.getMessage(), second);
            }
        }
    }

    private Connection open() throws SQLException {
        var present = connection;
        if (present == null) {
            present = source.open();
            connection = present;
        }
        return present;
    }

    @Override
    public void close() {
        var present = connection;
        connection = null;
        if (present != null) {
            try {
                present.close();
            } catch (SQLException e) {
                // abandoned: the server has noticed, or will
                connection = null;
            }
        }
    }
}
