package org.matterledger.launcher.vault;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the home's master key and the database together at start: makes the key at the first start, and lets no ledger
 * run with a key that is not its own.
 */
public final class MasterKeyring {

    private MasterKeyring() {}

    /**
     * The master key of a home for a database whose migrations have run.
     *
     * @param secrets the home's folder of secrets, whichever database is used
     * @throws CannotRun when the file is missing although the database knows a key, when it is another key, or
     *     damaged, or readable by others
     */
    public static MasterKey open(Path secrets, DataSource database, InstantSource clock) {
        var file = new MasterKeyFile(secrets);
        var rows = JdbcClient.create(database);
        Optional<MasterKey> found = file.read();
        if (found.isEmpty() && known(rows).isPresent()) {
            throw new CannotRun(file + " is missing, and without it this ledger's confidential text can't be"
                    + " read: put back the copy you keep of it");
        }
        MasterKey master = found.orElseGet(file::create);
        rows.sql("insert into command.master_key (check_value, created_at) values (?, ?) on conflict do nothing")
                .params(master.checkValue(), Timestamp.from(clock.instant()))
                .update();
        if (!known(rows).equals(Optional.of(master.checkValue()))) {
            if (found.isEmpty()) {
                file.discard();
            }
            throw new CannotRun(
                    file + " is not the master key of this database: take the one of the home that first used it");
        }
        return master;
    }

    private static Optional<String> known(JdbcClient rows) {
        return rows.sql("select check_value from command.master_key")
                .query(String.class)
                .optional();
    }
}
