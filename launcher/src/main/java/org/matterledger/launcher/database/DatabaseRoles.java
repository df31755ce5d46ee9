package org.matterledger.launcher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.Utils;

/**
 * The two roles of the embedded PostgreSQL, made by its superuser: the owner, who migrates, and the application, which
 * may create nothing.
 */
final class DatabaseRoles {

    static final String OWNER = "matter_ledger_owner";
    static final String APPLICATION = "matter_ledger";

    private DatabaseRoles() {}

    static DatabaseAccess prepare(Connection superuser, String database, DatabaseSecrets secrets, String url)
            throws SQLException {
        role(superuser, OWNER, secrets.owner());
        role(superuser, APPLICATION, secrets.application());
        if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
            run(superuser, "create database %s owner %s".formatted(database, OWNER));
        }
        run(superuser, "revoke all on database %s from public".formatted(database));
        run(superuser, "grant connect on database %s to %s".formatted(database, APPLICATION));
        return access(secrets, url);
    }

    static DatabaseAccess access(DatabaseSecrets secrets, String url) {
        return new DatabaseAccess(url, OWNER, secrets.owner(), APPLICATION, secrets.application());
    }

    private static void role(Connection superuser, String name, String password) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", name)) {
            run(superuser, "create role %s".formatted(name));
        }
        var literal = Utils.escapeLiteral(null, password, true);
        run(
                superuser,
                "alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'"
                        .formatted(name, literal));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
