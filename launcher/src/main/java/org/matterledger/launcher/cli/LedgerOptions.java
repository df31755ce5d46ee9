package org.matterledger.launcher.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.EmbeddedPostgres;
import org.matterledger.launcher.database.ExternalPostgres;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.home.SimulatedTime;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.launcher.time.SystemLedgerClock;
import picocli.CommandLine.Option;

/** Which ledger a command means. */
final class LedgerOptions {

    /** The name of the database in the embedded PostgreSQL. */
    static final String DATABASE = "ledger";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Where the ledger lives (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "A PostgreSQL of your own, 15 or newer: postgresql://host:5432/database. Its user and password",
                "come from MATTER_LEDGER_DATABASE_USER and _PASSWORD, those of the tables' owner from",
                "MATTER_LEDGER_DATABASE_OWNER and _OWNER_PASSWORD."
            })
    private @Nullable String databaseUrl;

    Home takeHome() {
        requireDatabase();
        return Home.open(directory, Migrations.latest());
    }

    Home takeHomeForRestore() {
        requireDatabase();
        return Home.openForRestore(directory, Migrations.latest());
    }

    private void requireDatabase() {
        if (databaseUrl == null) {
            EmbeddedPostgres.requirePossible(directory);
        }
    }

    /** The database of a home that we hold, migrated. */
    OpenDatabase database(Home home) {
        var database = databaseAsItIs(home);
        try {
            new Migrations(database.access()).run();
            home.recordSchema(Migrations.latest());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The database of a home that we hold, without any migration. */
    OpenDatabase databaseAsItIs(Home home) {
        if (databaseUrl != null) {
            return new OpenDatabase(ExternalPostgres.access(databaseUrl, System.getenv()), home.secrets(), () -> {});
        }
        var postgres = EmbeddedPostgres.start(home.postgres(), home.postgres(), home.secrets());
        try {
            return new OpenDatabase(postgres.database(DATABASE), home.secrets(), postgres::close);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** The database for one command, whether the ledger runs at this moment or not. */
    OpenDatabase anyDatabase() {
        if (!Home.inUse(directory) && !Home.exists(directory)) {
            throw new CannotRun(
                    "there is no ledger in " + directory.toAbsolutePath().normalize());
        }
        return anyDatabaseOrNew();
    }

    /** As {@link #anyDatabase}, and a new ledger where there is none. */
    OpenDatabase anyDatabaseOrNew() {
        if (!Home.inUse(directory)) {
            var home = takeHome();
            try {
                return database(home).closing(home);
            } catch (RuntimeException e) {
                home.close();
                throw e;
            }
        }
        return new OpenDatabase(running(), secrets(), () -> {});
    }

    /** Whether its database is one of the user's own. */
    boolean elsewhere() {
        return databaseUrl != null;
    }

    /** The ledger's clock: the machine's, but in a home that was made for trials. */
    LedgerClock clock() {
        var simulated = SimulatedTime.of(directory);
        return simulated.stands() ? new SimulatedClock(simulated) : new SystemLedgerClock();
    }

    /** @throws CannotRun in a home made for trials, from which nothing may come that looks like a firm's record */
    void requireTrueTime(String what) {
        if (SimulatedTime.of(directory).stands()) {
            throw new CannotRun(directory + " lives on a simulated clock: " + what);
        }
    }

    /** The same ledger, as it is named on a command line. */
    String typed(String home) {
        return " --home " + quoted(home) + (databaseUrl == null ? "" : " --database-url " + quoted(databaseUrl));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private DatabaseAccess running() {
        var access = databaseUrl == null
                ? EmbeddedPostgres.reach(directory.resolve("postgres"), secrets(), DATABASE)
                        .orElseThrow(
                                () -> new CannotRun("the ledger in " + directory + " is only just being made; wait"))
                : ExternalPostgres.access(databaseUrl, System.getenv());
        new Migrations(access).requireLatest();
        return access;
    }

    private Secrets secrets() {
        return new Secrets(directory.toAbsolutePath().normalize().resolve("secrets"));
    }
}
