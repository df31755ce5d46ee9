package org.matterledger.launcher.mailimport;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.matterledger.command.MatterHistories;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger that mail is imported into: a console node on a database of its own, as {@code ./ledger import} opens it. */
final class Imported implements AutoCloseable {

    /** True time: living mail is told at the clock's, and what lies days back is judged otherwise than what has just come. */
    static final Instant NOW = new SystemLedgerClock().now().truncatedTo(ChronoUnit.SECONDS);

    private final LedgerConsole console;
    private final DatabaseAccess access;

    Imported(DatabaseAccess database, Path secrets) {
        access = database;
        console = LedgerConsole.open(
                new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER), database, new Secrets(secrets), () -> NOW);
    }

    static ImportTerms terms() {
        return ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, null, null, null);
    }

    DatabaseAccess access() {
        return access;
    }

    ImportReport run(Path mailbox) {
        return run(mailbox, terms());
    }

    ImportReport run(Path mailbox, ImportTerms terms) {
        return run(mailbox, terms, Progress.NONE);
    }

    ImportReport run(Path mailbox, ImportTerms terms, Progress progress) {
        try {
            return ImportOfMail.planned(mailbox, terms, NOW, progress).run(console);
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped", e);
        }
    }

    <T> T bean(Class<T> type) {
        return console.bean(type);
    }

    JdbcClient database() {
        return console.bean(JdbcClient.class);
    }

    long events() {
        return database()
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }

    MatterHistories histories() {
        return console.bean(MatterHistories.class);
    }

    /** What is stored of matters, clients and staff, without what differs from run to run: ids of keys, and true times. */
    List<String> record() {
        return database()
                .sql(
                        "select stream, sequence, type, noted_at::text as noted_at, payload::text as payload, metadata::text"
                                + " as metadata from ledger.event where stream not like 'policy-%'"
                                + " and stream not like 'calendar-%' order by stream, sequence")
                .query((row, n) -> String.join(
                        " ",
                        row.getString("stream"),
                        row.getString("sequence"),
                        row.getString("type"),
                        row.getString("noted_at"),
                        row.getString("payload").replaceAll("\"(key|ciphertext)\" ?: ?\"[^\"]*\"", ""),
                        row.getString("metadata")
                                .replaceAll("\"(importedAt|correlationId|causationId)\" ?: ?\"[^\"]*\"", "")))
                .list();
    }

    @Override
    public void close() {
        console.close();
    }
}
