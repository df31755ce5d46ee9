package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.matterledger.command.Caller.Reference;
import org.matterledger.command.Refused;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Letters that came back: each takes back its contact in every matter in which it reached nobody, be it told before or
 * after its bounce (semantics 4.2, 6 and 17). Rows say where to look, before anything is told; the record has what was
 * taken back, once for each letter and matter.
 */
final class Bounces {

    private static final int BATCH = 2000;
    private static final String RETURNED = "mail-returned";

    private final MatterTelling.Ledger ledger;
    private final JdbcTemplate database;
    private final KeyedHash hash;

    Bounces(MatterTelling.Ledger ledger, JdbcTemplate database, KeyedHash hash) {
        this.ledger = ledger;
        this.database = database;
        this.hash = hash;
    }

    /** Notes which letters of the firm a matter is going to be told. */
    void sent(MatterId matter, Collection<Told> letters) {
        var rows = letters.stream()
                .filter(told -> told.byFirm() && told.letter().kind() == Kind.PERSONAL)
                .map(told -> new Object[] {told.letter().identity(), matter.value(), hashed(reached(told))})
                .toList();
        write("""
                insert into command.mail_sent (letter, matter_id, recipients) values (?, ?, ?)
                on conflict do nothing""", rows);
    }

    /** Notes what bounces say. */
    void returned(Collection<Letter> letters) {
        var rows = new ArrayList<Object[]>();
        for (var letter : letters) {
            var undelivered = letter.undelivered();
            if (undelivered != null) {
                rows.add(new Object[] {
                    undelivered.letter(),
                    letter.identity(),
                    letter.at().atOffset(ZoneOffset.UTC),
                    hashed(undelivered.recipients())
                });
            }
        }
        write("""
                insert into command.mail_bounce (letter, bounce, bounced_at, recipients) values (?, ?, ?, ?)
                on conflict do nothing""", rows);
    }

    private void write(String sql, List<Object[]> rows) {
        for (var from = 0; from < rows.size(); from += BATCH) {
            database.batchUpdate(sql, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }

    /**
     * Whom it was to reach in the matter. Where it went to one alone, whoever a bounce names is that one. A letter that waited
     * in the inbox has lost its hidden recipients, and not whom it reached outside.
     */
    private static List<String> reached(Told told) {
        var letter = told.letter();
        var all = Stream.of(letter.to(), letter.cc(), letter.bcc())
                .flatMap(List::stream)
                .map(Address::address)
                .distinct()
                .count();
        var one = all == 1 && (told.outside().size() <= 1 || !letter.lists().isEmpty());
        return one ? List.of() : told.outside();
    }

    private String[] hashed(List<String> addresses) {
        return addresses.stream()
                .map(address -> hash.of("mail-recipient", address))
                .toArray(String[]::new);
    }

    /** A letter that reached nobody in a matter. */
    private record Lost(MatterId matter, String letter, String bounce, Instant at) {}

    /** Takes back what came back of these letters, in every matter that was told of them. */
    void takeBack(Collection<String> letters) {
        lost(letters).forEach(this::takeBack);
    }

    /** The same in one matter, when it comes to the bounce in the time that it is told of. */
    void takeBack(MatterId matter, String letter) {
        lost(List.of(letter)).stream()
                .filter(lost -> lost.matter().equals(matter))
                .forEach(this::takeBack);
    }

    /** A bounce that names nobody may be of any one: it says something only of a letter that went to one alone. */
    private List<Lost> lost(Collection<String> letters) {
        return database.query(
                """
                select distinct on (s.letter, s.matter_id) s.letter, s.matter_id, b.bounce, b.bounced_at
                  from command.mail_bounce b join command.mail_sent s on s.letter = b.letter
                 where b.letter = any(?)
                   and s.recipients <@ array(select unnest(part.recipients) from command.mail_bounce part
                                              where part.letter = b.letter)
                 order by s.letter, s.matter_id, b.bounced_at, b.bounce""",
                (row, number) -> new Lost(
                        new MatterId(row.getString("matter_id")),
                        row.getString("letter"),
                        row.getString("bounce"),
                        row.getObject("bounced_at", OffsetDateTime.class).toInstant()),
                (Object) letters.toArray(String[]::new));
    }

    /** Nothing to take back where the letter is still to be told, or was withdrawn or moved from there by hand. */
    private void takeBack(Lost lost) {
        var told = ledger.sources().find(lost.matter().value(), new Source(MatterTelling.LETTER, lost.letter()));
        if (told.isPresent()) {
            var command = MatterCommands.deliveryFailed(
                    lost.matter(), new EntryId(told.get()), new Source(MatterTelling.LETTER, lost.bounce()), lost.at());
            var once = new Reference(lost.matter().value(), new Source(RETURNED, lost.letter()));
            var caller = Callers.at(ledger.actor(), lost.at(), ledger.ids().fingerprint(RETURNED, lost.letter()));
            try {
                ledger.commands().send(caller, command, List.of(once));
            } catch (Refused gone) {
                if (!MatterCommands.hasNoSuchEntry(gone)) {
                    throw gone;
                }
            }
        }
    }
}
