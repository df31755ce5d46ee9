package org.matterledger.launcher.mailimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.mailimport.Plan.LeftOut;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that tell no matter, or several: each waits once until a person says what it is. */
final class Inbox {

    private final JdbcClient database;
    private final StoredJson json;
    private final Confidential confidential;
    private final ConfidentialReader reader;
    private final KeyedHash hash;
    private final LedgerClock clock;

    Inbox(
            JdbcClient database,
            StoredJson json,
            Confidential confidential,
            ConfidentialReader reader,
            KeyedHash hash,
            LedgerClock clock) {
        this.database = database;
        this.json = json;
        this.confidential = confidential;
        this.reader = reader;
        this.hash = hash;
        this.clock = clock;
    }

    /** What can become of a letter. */
    enum State {
        WAITING,
        ASSIGNED,
        DISMISSED
    }

    /**
     * A letter in the inbox.
     *
     * @param letter absent where its key is gone
     * @param matters those that were told of it
     */
    record Row(
            String id,
            long number,
            String reason,
            Instant arrivedAt,
            State state,
            List<MatterId> matters,
            @Nullable WaitingLetter letter) {}

    /** Lets a letter wait, unless it was here before. */
    void put(String mailbox, LeftOut left) {
        var id = "letter-" + hash.of("inbox-letter", left.letter().identity());
        var letter = WaitingLetter.of(mailbox, left.letter(), left.thread(), left.byFirm(), left.outside());
        database.sql("""
                        insert into command.inbox_letter (letter_id, reason, by_firm, letter, written_at, arrived_at)
                        values (:id, :reason, :byFirm, :letter::jsonb, :written, :arrived) on conflict do nothing""")
                .param("id", id)
                .param("reason", left.reason())
                .param("byFirm", left.byFirm())
                .param("letter", json.write(confidential.seal(id, json.write(letter))))
                .param("written", left.letter().at().atOffset(ZoneOffset.UTC))
                .param("arrived", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that wait, in the order in which they came. */
    List<Row> waiting(long after, int rows) {
        return database.sql("""
                        select * from command.inbox_letter where state = 'WAITING' and number > :after
                        order by number limit :rows""")
                .param("after", after)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    long count() {
        return database.sql("select count(*) from command.inbox_letter where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    Optional<Row> find(String id) {
        return database.sql("select * from command.inbox_letter where letter_id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Once more matters were told of it. */
    void assigned(String id, MatterId matter, String by) {
        database.sql("""
                        update command.inbox_letter set state = 'ASSIGNED', decided_by = :by, decided_at = :at,
                               matters = case when :matter = any(matters) then matters else matters || :matter::text end
                         where letter_id = :id""")
                .param("id", id)
                .param("matter", matter.value())
                .param("by", by)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A letter that concerns no matter waits no more; taken back, it waits again. */
    void dismissed(String id, boolean dismissed, String by) {
        database.sql("""
                        update command.inbox_letter set state = :state, decided_by = :by, decided_at = :at
                         where letter_id = :id and state <> 'ASSIGNED'""")
                .param("id", id)
                .param("state", (dismissed ? State.DISMISSED : State.WAITING).name())
                .param("by", by)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var sealed = json.read(row.getString("letter"), ConfidentialText.class);
        return new Row(
                row.getString("letter_id"),
                row.getLong("number"),
                row.getString("reason"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("matters").getArray()).stream()
                        .map(MatterId::new)
                        .toList(),
                reader.open(sealed)
                        .map(text -> json.read(text, WaitingLetter.class))
                        .orElse(null));
    }
}
