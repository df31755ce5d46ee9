package org.matterledger.launcher.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;

/** Nodes of one ledger: each with a vault of its own over the same database. */
record SampleVault(Path secrets, DataSource database) {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    static SampleVault in(Path secrets, DatabaseAccess access) {
        return new SampleVault(secrets, TestDatabase.forTheApplication(access));
    }

    Vault node() {
        return new Vault(database, MasterKeyring.open(secrets, database, CLOCK), secrets, CLOCK);
    }
}
