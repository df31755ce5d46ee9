package org.matterledger.launcher.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.matterledger.launcher.home.CannotRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of the firm's own, named by {@code --database-url}; users and passwords come from the environment. */
public final class ExternalPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalPostgres.class);

    private static final int OLDEST = 15;
    private static final String PREFIX = "MATTER_LEDGER_DATABASE_";

    private ExternalPostgres() {}

    /**
     * How to reach it.
     *
     * @param url a JDBC URL, or the same without {@code jdbc:}
     * @throws CannotRun when users or passwords are missing, it does not let them in, or it is older than 15
     */
    public static DatabaseAccess access(String url, Map<String, String> environment) {
        var application = required(environment, "USER");
        var password = required(environment, "PASSWORD");
        var owner = environment.getOrDefault(PREFIX + "OWNER", application);
        var ownerPassword = owner.equals(application) ? password : required(environment, "OWNER_PASSWORD");
        var access = new DatabaseAccess(jdbc(url), owner, ownerPassword, application, password);
        check(access.url(), owner, ownerPassword);
        check(access.url(), application, password);
        if (owner.equals(application)) {
            LOG.warn(
                    "{} owns the tables that it appends to, so the database cannot protect the record against it:"
                            + " name an owner in {}OWNER and {}OWNER_PASSWORD",
                    application,
                    PREFIX,
                    PREFIX);
        }
        return access;
    }

    private static String jdbc(String url) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw new CannotRun("--database-url is like postgresql://host:5432/database");
        }
        return "jdbc:postgresql" + plain.substring(plain.indexOf("://"));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(PREFIX + name);
        if (value == null || value.isBlank()) {
            throw new CannotRun("--database-url needs " + PREFIX + name + " in the environment");
        }
        return value;
    }

    private static void check(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotRun("the database is PostgreSQL " + version + "; the ledger needs 15 or newer");
            }
        } catch (SQLException e) {
            throw new CannotRun("the database does not let " + user + " in: " + e.getMessage(), e);
        }
    }
}
