package org.matterledger.launcher.cli;

import javax.sql.DataSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.home.Secrets;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A ledger's database within reach.
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

    OpenDatabase closing(Home home) {
        return new OpenDatabase(access, secrets, () -> {
            try (home) {
                behind.close();
            }
        });
    }

    /** Connections as the application's role, one at a time: enough for one command. */
    DataSource dataSource() {
        return new DriverManagerDataSource(access.url(), access.application(), access.applicationPassword());
    }

    @Override
    public void close() {
        behind.close();
    }
}
