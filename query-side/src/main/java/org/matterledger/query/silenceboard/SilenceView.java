package org.matterledger.query.silenceboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.DueState;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.Present;
import org.matterledger.values.CalendarId;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the silence board: open matters by the time left to their limit, then those of which no silence is measured. The
 * rows of a page are found by the index on the limit; what else a row shows is looked up for these rows alone.
 */
@Component
class SilenceView {

    private static final Title UNKNOWN = new Title("A matter that is not shown yet", "–");

    private static final String SELECT = """
            select m.matter_id, m.responsible, m.accountable_partner, m.calendar_id, m.calendar_version,
                   m.since as opened, o.obligation_id, o.started_at, o.due, o.soon_at, c.last_contact,
                   case when o.obligation_id is null then f.last_from_firm end as last_from_firm, u.unanswered,
                   p.obligation_id as promise, p.due as promise_due, p.promised_for, h.chases
            """;

    private static final String LOOKED_UP = """
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

    private final JdbcClient db;
    private final Calendars calendars;
    private final NamesView names;
    private final Present present;

    SilenceView(JdbcClient db, Calendars calendars, NamesView names, Present present) {
        this.db = db;
        this.calendars = calendars;
        this.names = names;
        this.present = present;
    }

    /** Whose matters are asked for; nothing named means everybody's. */
    record Selection(
            @Nullable StaffId responsible,
            @Nullable StaffId partner,
            @Nullable String team) {

        String condition() {
            return "m.closed_at is null"
                    + (responsible == null ? "" : " and m.responsible = :responsible")
                    + (partner == null ? "" : " and m.accountable_partner = :partner")
                    + (team == null
                            ? ""
                            : " and m.responsible in (select staff_id from query.staff where team = :team)");
        }

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            Optional.ofNullable(responsible).ifPresent(staff -> parameters.put("responsible", staff.value()));
            Optional.ofNullable(partner).ifPresent(staff -> parameters.put("partner", staff.value()));
            Optional.ofNullable(team).ifPresent(of -> parameters.put("team", of));
            return parameters;
        }
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
        var measured = beyond.isPresent() ? List.<BoardRow>of() : measured(of, ":now = :now", after, rows);
        var unmeasured = measured.size() == rows ? List.<BoardRow>of() : unmeasured(of, beyond, rows - measured.size());
        return shown(Stream.concat(measured.stream(), unmeasured.stream()).toList());
    }

    private List<BoardRow> measured(Selection of, String state, Optional<List<String>> after, int rows) {
        return db.sql(SELECT + "from query.obligation o join query.matter m on m.matter_id = o.matter_id\n" + LOOKED_UP
                        + "where o.result = 'OPEN' and o.kind = 'KEEP_INFORMED' and (o.due, o.obligation_id) > (:due, :id)"
                        + " and " + state + " and " + of.condition() + " order by o.due, o.obligation_id limit :rows")
                .params(of.parameters())
                .param(
                        "due",
                        after.map(key -> Instant.parse(key.get(1)))
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC))
                .param("id", after.map(key -> key.get(2)).orElse(""))
                .param("now", present.now().atOffset(ZoneOffset.UTC))
                .param("rows", rows)
                .query(BoardRow::of)
                .list();
    }

    private List<BoardRow> unmeasured(Selection of, Optional<List<String>> after, int rows) {
        return db.sql(SELECT + """
                        from query.matter m
                        left join query.obligation o
                               on o.matter_id = m.matter_id and o.kind = 'KEEP_INFORMED' and o.result = 'OPEN'
                        """ + LOOKED_UP + "where o.obligation_id is null and m.since > :since and "
                        + of.condition()
                        + " order by m.since limit :rows")
                .params(of.parameters())
                .param("since", after.map(key -> Long.parseLong(key.get(1))).orElse(-1L))
                .param("rows", rows)
                .query(BoardRow::of)
                .list();
    }

    private List<Silence> shown(List<BoardRow> page) {
        var now = present.now();
        var titles = names.titles(
                page.stream().map(row -> new MatterId(row.matter())).toList());
        return page.stream()
                .map(row -> {
                    var title = titles.getOrDefault(row.matter(), UNKNOWN);
                    var hours = calendars.of(new CalendarId(row.calendar()), row.calendarVersion());
                    return Silence.of(row, hours, title.title(), title.client(), now);
                })
                .toList();
    }

    /**
     * How the silences lie to their limits.
     *
     * @param unmeasured open matters of which no silence is measured
     */
    record Spread(List<Bin> bins, long unmeasured) {

        public long overdue() {
            return bins.stream().mapToLong(Bin::overdue).sum();
        }

        public long soon() {
            return bins.stream().mapToLong(Bin::soon).sum();
        }

        public long due() {
            return bins.stream().mapToLong(Bin::due).sum();
        }

        public long measured() {
            return overdue() + soon() + due();
        }
    }

    /**
     * How many matters lie alike.
     *
     * @param day full days of 24 hours since the limit, −1 within the last day before it
     */
    record Bin(int day, long overdue, long soon, long due) {}

    Spread spread(Selection of) {
        var bins = new ArrayList<Bin>();
        var unmeasured = new AtomicLong();
        db.sql("""
                        select floor(extract(epoch from (:now - o.due)) / 86400)::int as day,
                               count(*) filter (where o.due < :now) as overdue,
                               count(*) filter (where o.due >= :now and o.soon_at <= :now) as soon,
                               count(*) filter (where o.soon_at > :now) as due,
                               count(*) filter (where o.obligation_id is null) as unmeasured
                        from query.matter m
                        left join query.obligation o
                               on o.matter_id = m.matter_id and o.kind = 'KEEP_INFORMED' and o.result = 'OPEN'
                        where\s""" + of.condition() + " group by 1 order by 1")
                .params(of.parameters())
                .param("now", present.now().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    unmeasured.addAndGet(row.getLong("unmeasured"));
                    if (row.getObject("day") != null) {
                        bins.add(new Bin(
                                row.getInt("day"), row.getLong("overdue"), row.getLong("soon"), row.getLong("due")));
                    }
                });
        return new Spread(bins, unmeasured.get());
    }
}
