package org.matterledger.launcher.livingmail;

import org.matterledger.launcher.database.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of watched mailboxes in a database of their own. */
final class WatchedRows {

    private WatchedRows() {}

    static MailboxRows fresh() {
        var access = TestDatabase.fresh();
        var database = new PGSimpleDataSource();
        database.setURL(access.url());
        database.setUser(access.application());
        database.setPassword(access.applicationPassword());
        return new MailboxRows(JdbcClient.create(database));
    }
}
