package org.matterledger.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.matterledger.launcher.home.PrivateFiles;
import org.matterledger.launcher.home.Secrets;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests: one PostgreSQL for each test JVM, started when first asked for, with the real settings. */
public final class TestDatabase {

    private static final String TEMPLATE = "ledger_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Started by the class loader when a test first asks. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var directory = Files.createTempDirectory("ledger-test-");
                var postgres = EmbeddedPostgres.start(
                        directory.resolve("postgres"), programs(), new Secrets(directory.resolve("secrets")));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
                new Migrations(postgres.database(TEMPLATE)).run();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path directory) {
            try {
                postgres.discard();
                PrivateFiles.deleteTree(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** PostgreSQL's programs, unpacked once for all test runs of this module. */
    public static Path programs() {
        return Path.of("target", "postgres");
    }

    /** A new database of its own, migrated and empty, with the owner's and the application's roles. */
    public static DatabaseAccess fresh() {
        return copyOf(TEMPLATE);
    }

    /** A new database as {@link #fresh}, reached as the running ledger reaches it. */
    public static DataSource freshForTheApplication() {
        return forTheApplication(fresh());
    }

    /** A database as the running ledger reaches it. */
    public static DataSource forTheApplication(DatabaseAccess access) {
        var database = new PGSimpleDataSource();
        database.setUrl(access.url());
        database.setUser(access.application());
        database.setPassword(access.applicationPassword());
        return database;
    }

    /** A new database of its own without anything in it; the owner may migrate it. */
    public static DatabaseAccess blank() {
        return copyOf("template1");
    }

    /** The PostgreSQL itself, for tests that look at its settings. */
    static EmbeddedPostgres server() {
        return Server.POSTGRES;
    }

    private static DatabaseAccess copyOf(String template) {
        var name = "ledger_test_" + COUNT.incrementAndGet();
        try (var superuser = Server.POSTGRES.superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("create database %s template %s owner %s".formatted(name, template, DatabaseRoles.OWNER));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.database(name);
    }
}
