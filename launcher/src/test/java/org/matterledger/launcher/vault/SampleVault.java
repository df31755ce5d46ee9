package org.matterledger.launcher.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes of one ledger: each with a vault of its own over the same database. */
record SampleVault(Path secrets, DataSource database) {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    static SampleVault in(Path secrets, DatabaseAccess access) {
        var database = new PGSimpleDataSource();
        database.setUrl(access.url());
        database.setUser(access.application());
        database.setPassword(access.applicationPassword());
        return new SampleVault(secrets, database);
    }

    Vault node() {
        return new Vault(database, MasterKeyring.open(secrets, database, CLOCK), secrets, CLOCK);
    }
}
