package org.matterledger.launcher.livingmail;

import org.matterledger.launcher.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of watched mailboxes in a database of their own. */
final class WatchedRows {

    private WatchedRows() {}

    static MailboxRows fresh() {
        return new MailboxRows(JdbcClient.create(TestDatabase.freshForTheApplication()));
    }
}
