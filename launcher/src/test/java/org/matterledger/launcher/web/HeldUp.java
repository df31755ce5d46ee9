package org.matterledger.launcher.web;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.matterledger.launcher.database.DatabaseAccess;

/** A second connection that holds a lock of PostgreSQL's, so that something of the running ledger has to wait. */
final class HeldUp implements AutoCloseable {

    private final Connection connection;

    private HeldUp(DatabaseAccess access, String lock) {
        try {
            connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
            connection.setAutoCommit(false);
            connection.createStatement().execute(lock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every append waits for the head of the record. */
    static HeldUp appends(DatabaseAccess access) {
        return new HeldUp(access, "select position from ledger.head for update");
    }

    /** Rows of a view can be read, and none can be written. */
    static HeldUp view(DatabaseAccess access, String table) {
        return new HeldUp(access, "lock table query." + table + " in share mode");
    }

    /** The view of staff waits, in the middle of its work, to learn whether somebody else writes a staff member's row. */
    static HeldUp byRowOf(DatabaseAccess access, String staffId) {
        return new HeldUp(
                access,
                "insert into query.staff (staff_id, name, roles, since, version, position) values ('" + staffId
                        + "', '{}', '{}', -1, 0, 0)");
    }

    /** Lets go. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
