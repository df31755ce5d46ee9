package org.matterledger.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to the form that this program writes, as its owner: schemas {@code ledger}, {@code command} and
 * {@code query}, and what the application role may do in them.
 */
public final class Migrations {

    /** Flyway's own table, in the schema {@code ledger}. */
    public static final String HISTORY = "schema_history";

    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

    private final DatabaseAccess access;
    private final FluentConfiguration configuration;

    public Migrations(DatabaseAccess access) {
        this.access = access;
        this.configuration = Flyway.configure()
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .locations("classpath:db/migration")
                .schemas("ledger", "command", "query")
                .table(HISTORY)
                .placeholders(Map.of("application", access.application()))
                .connectRetries(0);
    }

    /**
     * Runs what is missing.
     *
     * @throws CannotRun when a newer program wrote the database; nothing is changed then
     */
    public void run() {
        run(MigrationVersion.LATEST);
    }

    /** Runs what is missing up to a number: the form in which a backup was written. */
    public void runUpTo(int number) {
        run(MigrationVersion.fromVersion(Integer.toString(number)));
    }

    /** The number of the last migration that this program knows; no database is asked. */
    public static int latest() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql"))
                    .map(Resource::getFilename)
                    .flatMap(name -> NUMBER.matcher(String.valueOf(name)).results())
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does nothing where the database has exactly the form that this program writes.
     *
     * @throws CannotRun when another version of the program uses it
     */
    public void requireLatest() {
        var present = present();
        if (present.isEmpty() || present.getAsInt() != latest()) {
            throw new CannotRun("the running ledger is another version of the program; use that one's command");
        }
    }

    /** The number of the last migration that the database has seen; empty where it has seen none. */
    public OptionalInt present() {
        var current = configuration.load().info().current();
        return current == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(current.getVersion().getVersion()));
    }

    private void run(MigrationVersion target) {
        refuseNewer();
        configuration.target(target).load().migrate();
    }

    private void refuseNewer() {
        for (var migration : configuration.load().info().all()) {
            if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                throw new CannotRun("the database at " + access.url() + " was written by a newer version of the ledger"
                        + " (schema " + migration.getVersion() + "); start that version");
            }
        }
    }
}
