package org.matterledger.launcher.cli;

import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.home.Secrets;

/**
 * A ledger's database, migrated and within reach.
 *
 * @param secrets the home's
 * @param behind what is stopped with it, where we started it
 */
record OpenDatabase(DatabaseAccess access, Secrets secrets, Behind behind) implements AutoCloseable {

    /** What stands behind a database: the embedded PostgreSQL, a home, or nothing of ours. */
    interface Behind extends AutoCloseable {
        @Override
        void close();
    }

    static OpenDatabase of(DatabaseAccess access, Home home, Behind behind) {
        new Migrations(access).run();
        home.recordSchema(Migrations.latest());
        return new OpenDatabase(access, home.secrets(), behind);
    }

    OpenDatabase closing(Home home) {
        return new OpenDatabase(access, secrets, () -> {
            try (home) {
                behind.close();
            }
        });
    }

    @Override
    public void close() {
        behind.close();
    }
}
