package org.matterledger.launcher.store;

import java.util.Optional;
import java.util.function.Function;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Views, tokens and snapshots belong to one record. Beside another one they would pass over whatever it records at the
 * positions that they have already read; so the ledger remembers where its record is kept, and opens no other.
 */
final class RecordOfHome {

    static final String POSTGRESQL = "postgresql";
    static final String AXON_SERVER = "axon-server";

    private static final String READ_UP_TO = """
            select coalesce(max((convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
            from (select token from query.token union all select token from command.token) t""";

    private final JdbcClient database;

    RecordOfHome(JdbcClient database) {
        this.database = database;
    }

    /**
     * Opens this ledger's record.
     *
     * @param asked the store that it should be in, or nothing; a new ledger then gets PostgreSQL
     * @param opening opens the record in a store
     * @throws CannotRun when it is in another store, or when this ledger's views have read further than the record goes
     */
    RecordStore open(String asked, Function<String, RecordStore> opening) {
        var store = place().orElse(asked.isEmpty() ? POSTGRESQL : asked);
        requireSame(asked, store);
        var record = opening.apply(store);
        try {
            requireWhole(record, store);
            database.sql("insert into command.record_place (store) values (:store) on conflict do nothing")
                    .param("store", store)
                    .update();
            requireSame(store, place().orElse(store));
            return record;
        } catch (RuntimeException e) {
            record.close();
            throw e;
        }
    }

    private Optional<String> place() {
        return database.sql("select store from command.record_place")
                .query(String.class)
                .optional();
    }

    private static void requireSame(String asked, String store) {
        if (!asked.isEmpty() && !asked.equals(store)) {
            throw new CannotRun(
                    "this ledger's record is kept with --store %s, not with --store %s".formatted(store, asked));
        }
    }

    private void requireWhole(RecordStore record, String store) {
        long readUpTo = database.sql(READ_UP_TO).query(Long.class).single();
        var head = record.head();
        if (readUpTo > head) {
            throw new CannotRun(
                    ("the record in %s ends at position %d, but this ledger's views have read up to %d: it is"
                                    + " another ledger's record, or has lost its end")
                            .formatted(store, head, readUpTo));
        }
    }
}
