package org.matterledger.launcher.mailimport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mail.Trace;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of the letters of the last year beside the record: keyed hashes, no text. */
final class TraceRows {

    /** Nobody is joined over a longer time. */
    static final Duration KEPT = Trace.QUOTED_WITHIN;

    private static final int BATCH = 1000;

    private final JdbcTemplate database;
    private final KeyedHash hash;

    TraceRows(JdbcTemplate database, KeyedHash hash) {
        this.database = database;
        this.hash = hash;
    }

    String hashed(String text) {
        return hash.of("letter-trace", text);
    }

    private String[] hashed(Collection<String> texts) {
        return texts.stream().map(this::hashed).toArray(String[]::new);
    }

    /** Keeps what a matter is going to be told, and forgets what is too old. */
    void keep(MatterId matter, Collection<Told> letters, Instant now) {
        write(letters.stream()
                .filter(told -> told.letter().at().isAfter(now.minus(KEPT)))
                .map(told -> row(told.letter(), told.thread(), told.byFirm(), matter.value()))
                .toList());
    }

    /** The same of letters that wait for a person to say where they belong. */
    void keep(Collection<Plan.LeftOut> letters, Instant now) {
        write(letters.stream()
                .filter(left -> left.letter().at().isAfter(now.minus(KEPT)))
                .map(left -> row(left.letter(), left.thread(), left.byFirm()))
                .toList());
    }

    void forget(Instant now) {
        database.update(
                "delete from command.letter_trace where written_at < ?",
                now.minus(KEPT).atOffset(ZoneOffset.UTC));
    }

    private Object[] row(Letter letter, String thread, boolean byFirm, String... matters) {
        var trace = Trace.of(letter, this::hashed);
        return new Object[] {
            hashed(letter.identity()),
            hashed(ids(letter)),
            thread,
            trace.sameLetter(),
            trace.subject(),
            trace.writer(),
            byFirm,
            trace.people().toArray(String[]::new),
            trace.wording().said(),
            trace.wording().quoted(),
            matters,
            letter.at().atOffset(ZoneOffset.UTC)
        };
    }

    private static List<String> ids(Letter letter) {
        return Stream.concat(letter.references().stream(), Stream.of(letter.identity()))
                .toList();
    }

    private void write(List<Object[]> rows) {
        for (var from = 0; from < rows.size(); from += BATCH) {
            database.batchUpdate("""
                    insert into command.letter_trace (letter, ids, thread, same_letter, subject, writer, by_firm, people,
                        said, quoted, matters, written_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (letter) do update
                       set matters = array(select distinct unnest(letter_trace.matters || excluded.matters))""", rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }
}
