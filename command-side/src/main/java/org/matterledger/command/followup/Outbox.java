package org.matterledger.command.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What staff members are to be told. A notice is put in once for each event and meaning, however often the event is read,
 * and never deleted; so a saga that is rebuilt tells nothing twice. It leaves in the recipient's working hours, at least
 * once, and under a name by which a mail system can drop a second copy.
 */
public final class Outbox {

    /** How long news is news: what could not go out by then is not sent any more, but stays to be seen. */
    static final Duration NEWS = Duration.ofDays(14);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int PATIENCE = 3;

    private final JdbcClient database;
    private final Windows windows;
    private final NoticeRows rows;
    private final Withdrawals withdrawals;

    /** @param lease how long a leased notice is nobody else's; longer than a mail takes */
    Outbox(JdbcClient database, Windows windows, Duration lease) {
        this.database = database;
        this.windows = windows;
        this.rows = new NoticeRows(database, lease);
        this.withdrawals = new Withdrawals(database);
    }

    /** What a notice means to its recipient. */
    public enum What {
        /** The holder: a due time comes near. */
        WARNING,
        /** The holder: a due time passed. */
        BREACH,
        /** The holder's deputy: the holder's due time is near or past. */
        DEPUTY,
        /** The accountable partner: a due time is near or past, and nothing happened. */
        PARTNER
    }

    /**
     * One thing that one staff member is told.
     *
     * @param eventId the event that it tells of
     * @param holder whose duty it is
     * @param due until when the duty is or was to be kept
     * @param rule by which rule that was reckoned
     * @param calendar the matter's, in whose zone times are told
     * @param title of the matter, sealed
     * @param notedAt when the ledger knew
     * @param window in whose hours it goes out; absent for any hour
     * @param attempts how often it was tried in vain
     * @param since since when the duty's clock runs; absent where it was put in before that was kept
     */
    public record Notice(
            String eventId,
            What what,
            StaffId recipient,
            StaffId holder,
            MatterId matter,
            ObligationId obligation,
            ObligationKind kind,
            Instant due,
            String rule,
            CalendarId calendar,
            ConfidentialText title,
            Instant notedAt,
            @Nullable CalendarId window,
            int attempts,
            @Nullable Instant since) {}

    /** Puts a notice in, unless it is there; in the caller's transaction. */
    void put(Notice notice) {
        withdrawals.writeNow();
        rows.insert(notice, windows.nextOpen(notice.window(), notice.notedAt()));
    }

    /**
     * Takes back what did not go out yet; in the caller's transaction, of a batch of events all at its end.
     *
     * @param upTo when that became known: what was noted later stays, should the record be read again
     */
    void withdraw(ObligationId obligation, Collection<What> meanings, Instant upTo) {
        withdrawals.add(obligation, meanings, upTo);
    }

    /**
     * Takes back what had no time to go out before worse came: after a weekend or a standstill nobody is warned of what is
     * missed already. In the caller's transaction.
     *
     * @param when the worse became known
     */
    void overtake(ObligationId obligation, What meaning, Instant when) {
        database.sql("""
                        update command.outbox set state = 'WITHDRAWN'
                         where obligation_id = :obligation and state = 'WAITING' and what = :meaning
                           and noted_at <= :when and not_before >= :when""")
                .param("when", NoticeRows.sql(when))
                .param("obligation", obligation.value())
                .param("meaning", meaning.name())
                .update();
    }

    /**
     * Takes up to so many notices that may go out now, the oldest first; committed when this returns. What was held up into
     * hours in which its recipient does not work waits on; what is no news any more is given up.
     */
    List<Notice> lease(Instant now, int atMost) {
        return ready(rows.take(now, atMost), now);
    }

    /** Takes the next notice that may go out now, as {@link #lease} does; one at a time, since a mail can take long. */
    public Optional<Notice> next(Instant now) {
        List<Notice> taken;
        do {
            taken = rows.take(now, 1);
            var ready = ready(taken, now);
            if (!ready.isEmpty()) {
                return Optional.of(ready.getFirst());
            }
        } while (!taken.isEmpty());
        return Optional.empty();
    }

    private List<Notice> ready(List<Notice> leased, Instant now) {
        var ready = new ArrayList<Notice>();
        for (var notice : leased) {
            var opens = windows.nextOpen(notice.window(), now);
            if (notice.notedAt().plus(NEWS).isBefore(now)) {
                rows.giveBack(notice, "GIVEN_UP", notice.attempts(), now, null);
            } else if (opens.isAfter(now)) {
                rows.giveBack(notice, "WAITING", notice.attempts(), opens, null);
            } else {
                ready.add(notice);
            }
        }
        return ready;
    }

    /** It went out. */
    public void sent(Notice notice, Instant now) {
        database.sql("""
                        update command.outbox set state = 'SENT', sent_at = :now, leased_until = null, failure = null
                         where event_id = :event and what = :what""")
                .param("now", NoticeRows.sql(now))
                .param("event", notice.eventId())
                .param("what", notice.what().name())
                .update();
    }

    /** It could not go out; it is tried again after a pause that grows from a minute to an hour, in working hours. */
    public void failed(Notice notice, String why, Instant now) {
        var pause = Duration.ofMinutes(1L << Math.min(notice.attempts(), 6));
        var again = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        rows.giveBack(notice, "WAITING", notice.attempts() + 1, windows.nextOpen(notice.window(), again), why);
    }

    /** It will never be taken at the address that is known now; said to whoever watches, and tried again at another. */
    public void refused(Notice notice, String why, Instant now) {
        database.sql("""
                        update command.outbox
                           set state = 'REFUSED', refused_at = :now, failure = :why, attempts = attempts + 1,
                               leased_until = null
                         where event_id = :event and what = :what""")
                .param("now", NoticeRows.sql(now))
                .param("why", why)
                .param("event", notice.eventId())
                .param("what", notice.what().name())
                .update();
    }

    /** Whose notices were refused and still are news. */
    public List<StaffId> refusedRecipients(Instant now) {
        return database.sql(
                        "select distinct recipient from command.outbox where state = 'REFUSED' and noted_at > :news")
                .param("news", NoticeRows.sql(now.minus(NEWS)))
                .query((row, number) -> new StaffId(row.getString("recipient")))
                .list();
    }

    /** What was refused before a staff member's present address was known may go there. */
    public void sendAgain(StaffId recipient, Instant addressGivenAt, Instant now) {
        database.sql("""
                        update command.outbox set state = 'WAITING', attempts = 0, not_before = :now
                         where recipient = :recipient and state = 'REFUSED' and refused_at <= :given
                           and noted_at > :news""")
                .param("now", NoticeRows.sql(now))
                .param("recipient", recipient.value())
                .param("given", NoticeRows.sql(addressGivenAt))
                .param("news", NoticeRows.sql(now.minus(NEWS)))
                .update();
    }

    /** How many notices of the last fourteen days were refused, or tried again and again in vain and still wait. */
    public long undeliverable(Instant now) {
        return database.sql("""
                        select count(*) from command.outbox
                         where (state = 'REFUSED' or state = 'WAITING' and attempts >= :patience) and noted_at > :news""")
                .param("patience", PATIENCE)
                .param("news", NoticeRows.sql(now.minus(NEWS)))
                .query(Long.class)
                .single();
    }
}
