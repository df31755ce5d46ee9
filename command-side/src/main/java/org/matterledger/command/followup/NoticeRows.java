package org.matterledger.command.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.followup.Outbox.Notice;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How notices stand in the outbox's table, and who holds them. */
final class NoticeRows {

    private static final String COLUMNS = """
            event_id, what, recipient, holder, matter_id, obligation_id, kind, due, rule, calendar_id, title, noted_at,
            window_calendar, attempts, since""";

    private final JdbcClient database;
    private final Duration lease;
    private final JsonMapper json = JsonMapper.builder().build();

    NoticeRows(JdbcClient database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** Once for one event and meaning. */
    void insert(Notice notice, Instant notBefore) {
        database.sql("""
                        insert into command.outbox
                               (event_id, what, recipient, holder, matter_id, obligation_id, kind, due, rule,
                                calendar_id, title, noted_at, window_calendar, not_before, since)
                        values (:event, :what, :recipient, :holder, :matter, :obligation, :kind, :due, :rule,
                                :calendar, :title::jsonb, :noted, :window, :opens, :since)
                        on conflict (event_id, what) do nothing""")
                .param("event", notice.eventId())
                .param("what", notice.what().name())
                .param("recipient", notice.recipient().value())
                .param("holder", notice.holder().value())
                .param("matter", notice.matter().value())
                .param("obligation", notice.obligation().value())
                .param("kind", notice.kind().name())
                .param("due", sql(notice.due()))
                .param("rule", notice.rule())
                .param("calendar", notice.calendar().value())
                .param("title", json.writeValueAsString(notice.title()))
                .param("noted", sql(notice.notedAt()))
                .param(
                        "window",
                        notice.window() == null ? null : notice.window().value())
                .param("opens", sql(notBefore))
                .param("since", notice.since() == null ? null : sql(notice.since()))
                .update();
    }

    /** Leases up to so many that wait and whose time has come, the oldest first. */
    List<Notice> take(Instant now, int atMost) {
        return database.sql("""
                        update command.outbox set leased_until = clock_timestamp() + :lease * interval '1 millisecond'
                         where (event_id, what) in (
                            select event_id, what from command.outbox
                             where state = 'WAITING' and not_before <= :now
                               and (leased_until is null or leased_until < clock_timestamp())
                             order by not_before, number limit :most for update skip locked)
                        returning\s""" + COLUMNS)
                .param("lease", lease.toMillis())
                .param("now", sql(now))
                .param("most", atMost)
                .query(this::notice)
                .list();
    }

    /** Ends a lease; what was taken back meanwhile stays so. */
    void giveBack(Notice notice, String state, int attempts, Instant notBefore, @Nullable String why) {
        database.sql("""
                        update command.outbox
                           set state = case when state = 'WAITING' then :state else state end, attempts = :attempts,
                               not_before = :before, failure = coalesce(:why, failure), leased_until = null
                         where event_id = :event and what = :what""")
                .param("state", state)
                .param("attempts", attempts)
                .param("before", sql(notBefore))
                .param("why", why)
                .param("event", notice.eventId())
                .param("what", notice.what().name())
                .update();
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        var window = row.getString("window_calendar");
        return new Notice(
                row.getString("event_id"),
                What.valueOf(row.getString("what")),
                new StaffId(row.getString("recipient")),
                new StaffId(row.getString("holder")),
                new MatterId(row.getString("matter_id")),
                new ObligationId(row.getString("obligation_id")),
                ObligationKind.valueOf(row.getString("kind")),
                instant(row, "due"),
                row.getString("rule"),
                new CalendarId(row.getString("calendar_id")),
                json.readValue(row.getString("title"), ConfidentialText.class),
                instant(row, "noted_at"),
                window == null ? null : new CalendarId(window),
                row.getInt("attempts"),
                row.getObject("since") == null ? null : instant(row, "since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
