package org.matterledger.query.silenceboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matterledger.query.Calendars;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.DueState;
import org.matterledger.query.Present;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.silenceboard.Spread.Bin;
import org.matterledger.values.CalendarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the silence board: open matters by the time left to their limit, then those of which no silence is measured. The
 * rows of a page are found by the index on the limit; what else a row shows is looked up for these rows alone. How many
 * rows are wanted stands in the statement, and after what only where something is: of what PostgreSQL does not know to be
 * few it makes a new plan for each page.
 */
@Component
class SilenceView {

    private static final String SELECT = """
            select m.matter_id, m.title, k.name as client, s.name as responsible_name, m.responsible,
                   m.accountable_partner, m.calendar_id, m.calendar_version, m.since as opened, o.obligation_id, o.started_at, o.due, o.soon_at, c.last_contact,
                   case when o.obligation_id is null then f.last_from_firm end as last_from_firm, u.unanswered,
                   p.obligation_id as promise, p.due as promise_due, p.promised_for, h.chases
            """;

    private static final String LOOKED_UP = """
            left join query.client k on k.client_id = m.client_id
            left join query.staff s on s.staff_id = m.responsible
            left join lateral (
                select occurred_at as last_contact from query.contact
                where matter_id = m.matter_id and counts and not gone order by occurred_at desc limit 1) c on true
            left join lateral (
                select occurred_at as last_from_firm from query.contact
                where matter_id = m.matter_id and counts and not gone and from_firm
                order by occurred_at desc limit 1) f on o.obligation_id is null
            left join lateral (
                select count(*) as chases from query.contact
                where matter_id = m.matter_id and counts and not gone and chase
                  and occurred_at > coalesce(o.started_at, f.last_from_firm, m.opened_at)) h on true
            left join lateral (
                select min(coalesce(b.occurred_at, r.started_at)) as unanswered
                from query.obligation r
                left join query.contact b on b.matter_id = r.matter_id and b.sequence = r.basis_sequence
                where r.matter_id = m.matter_id and r.kind = 'REPLY' and r.result = 'OPEN') u on true
            left join lateral (
                select obligation_id, due, promised_for from query.obligation
                where matter_id = m.matter_id and kind = 'KEEP_PROMISE' and result = 'OPEN'
                order by due, obligation_id limit 1) p on true
            """;

    private static final String MATTERS = " join query.matter m on m.matter_id = o.matter_id";

    private final JdbcClient db;
    private final Calendars calendars;
    private final StoredJson json;
    private final ConfidentialReader confidential;
    private final Present present;

    SilenceView(JdbcClient db, Calendars calendars, StoredJson json, ConfidentialReader confidential, Present present) {
        this.db = db;
        this.calendars = calendars;
        this.json = json;
        this.confidential = confidential;
        this.present = present;
    }

    /** What the firm's teams are called. */
    List<String> teams() {
        return db.sql("select distinct team from query.staff where team is not null and left_at is null order by team")
                .query(String.class)
                .list();
    }

    /** Only the matters that stand so. @param after as {@link BoardRow#key} gave it */
    List<Silence> page(Selection of, DueState state, Optional<List<String>> after, int rows) {
        return shown(measured(of, state.condition(), after, rows));
    }

    /** @param after as {@link BoardRow#key} gave it */
    List<Silence> page(Selection of, Optional<List<String>> after, int rows) {
        var beyond = after.filter(key -> key.getFirst().equals("unmeasured"));
        var measured = beyond.isPresent() ? List.<BoardRow>of() : measured(of, "true", after, rows);
        var unmeasured = measured.size() == rows ? List.<BoardRow>of() : unmeasured(of, beyond, rows - measured.size());
        return shown(Stream.concat(measured.stream(), unmeasured.stream()).toList());
    }

    private List<BoardRow> measured(Selection of, String state, Optional<List<String>> after, int rows) {
        return db.sql(SELECT + "from query.obligation o join query.matter m on m.matter_id = o.matter_id\n" + LOOKED_UP
                        + "where o.result = 'OPEN' and o.kind = 'KEEP_INFORMED'"
                        + (after.isPresent() ? " and (o.due, o.obligation_id) > (:due, :id)" : "")
                        + " and " + state + " and " + of.condition() + " order by o.due, o.obligation_id limit " + rows)
                .params(of.parameters())
                .param(
                        "due",
                        after.map(key -> Instant.parse(key.get(1)))
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC))
                .param("id", after.map(key -> key.get(2)).orElse(""))
                .param("now", present.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> BoardRow.of(row, json))
                .list();
    }

    private List<BoardRow> unmeasured(Selection of, Optional<List<String>> after, int rows) {
        return db.sql(SELECT + """
                        from query.matter m
                        left join query.obligation o
                               on o.matter_id = m.matter_id and o.kind = 'KEEP_INFORMED' and o.result = 'OPEN'
                        """ + LOOKED_UP + "where o.obligation_id is null and m.since > :since and "
                        + of.condition()
                        + " order by m.since limit " + rows)
                .params(of.parameters())
                .param("since", after.map(key -> Long.parseLong(key.get(1))).orElse(-1L))
                .query((row, number) -> BoardRow.of(row, json))
                .list();
    }

    private List<Silence> shown(List<BoardRow> page) {
        var now = present.now();
        var shown =
                Shown.of(confidential, page.stream().flatMap(BoardRow::texts).toList());
        return page.stream()
                .map(row -> {
                    var hours = calendars.of(new CalendarId(row.calendar()), row.calendarVersion());
                    return Silence.of(row, hours, shown, now);
                })
                .toList();
    }

    /** One pass over an index of the limits, and one over that of open matters. */
    Spread spread(Selection of) {
        var now = present.now();
        var begin = now.plus(1, ChronoUnit.MICROS);
        var bins = new ArrayList<Bin>();
        db.sql("""
                        select date_bin('1 day', o.due, :begin) as bin,
                               count(*) filter (where o.due < :now) as overdue,
                               count(*) filter (where o.due >= :now and o.soon_at <= :now) as soon,
                               count(*) filter (where o.soon_at > :now) as due
                        from query.obligation o
                        """ + (of.everybody() ? "" : MATTERS)
                        + " where o.result = 'OPEN' and o.kind = 'KEEP_INFORMED'"
                        + (of.everybody() ? "" : " and " + of.condition())
                        + " group by 1 order by 1 desc")
                .params(of.parameters())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var after =
                            Duration.between(begin, BoardRow.time(row, "bin")).toDays();
                    bins.add(new Bin(
                            Math.toIntExact(-after - 1),
                            row.getLong("overdue"),
                            row.getLong("soon"),
                            row.getLong("due")));
                });
        var open = db.sql("select count(*) from query.matter m where " + of.condition())
                .params(of.parameters())
                .query(Long.class)
                .single();
        var measured = new Spread(bins, 0).measured();
        return new Spread(bins, Math.max(0, open - measured));
    }
}
