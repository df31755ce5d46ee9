package org.matterledger.launcher.database;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.matterledger.launcher.home.CannotRun;

/**
 * Brings the database to the form that this program writes, as its owner: schemas {@code ledger}, {@code command} and
 * {@code query}, and what the application role may do in them.
 */
public final class Migrations {

    /** Flyway's own table, in the schema {@code ledger}. */
    public static final String HISTORY = "schema_history";

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

    /** Runs what is missing up to a version: the form in which a backup was written. */
    public void runUpTo(String version) {
        run(MigrationVersion.fromVersion(version));
    }

    /** The last version that this program knows. */
    public String latest() {
        return Arrays.stream(configuration.load().info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    /** The version that the database has; empty where it has none yet. */
    public Optional<String> present() {
        return Optional.ofNullable(configuration.load().info().current())
                .map(current -> current.getVersion().getVersion());
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
