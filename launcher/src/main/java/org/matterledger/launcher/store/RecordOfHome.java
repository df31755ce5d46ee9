package org.matterledger.launcher.store;

import org.matterledger.launcher.home.CannotRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Views, tokens and snapshots belong to one record. Beside another one they would pass over whatever it records at the
 * positions that they have already read; so the ledger does not start there.
 */
final class RecordOfHome {

    private static final String READ_UP_TO = """
            select coalesce(max((convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
            from (select token from query.token union all select token from command.token) t""";

    private final JdbcClient database;

    RecordOfHome(JdbcClient database) {
        this.database = database;
    }

    /** @throws CannotRun when this ledger's views have read further than the record goes */
    RecordStore require(RecordStore record, String where) {
        long readUpTo = database.sql(READ_UP_TO).query(Long.class).single();
        var head = record.head();
        if (readUpTo > head) {
            record.close();
            throw new CannotRun(
                    ("the record in %s ends at position %d, but this ledger's views have read up to %d: it is"
                                    + " another ledger's record, or has lost its end")
                            .formatted(where, head, readUpTo));
        }
        return record;
    }

    /** @throws CannotRun when this ledger's record is in PostgreSQL */
    void requireNoneInPostgresql() {
        long position = database.sql("select coalesce(max(position), 0) from ledger.head")
                .query(Long.class)
                .single();
        if (position > 0) {
            throw new CannotRun("this ledger's record, %d events, is in PostgreSQL; start it with --store postgresql"
                    .formatted(position));
        }
    }
}
