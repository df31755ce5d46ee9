package org.matterledger.query.worklist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.matterledger.query.ActingFor;
import org.matterledger.query.Calendars;
import org.matterledger.query.DueState;
import org.matterledger.query.Duties;
import org.matterledger.query.Duty;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.Present;
import org.matterledger.query.WhyOwed;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a staff member holds or acts for. In the order of due times, which is that of the danger of being
 * forgotten: what is overdue the longest first, then what is due next.
 */
@Component
class WorkListView {

    private static final Title UNKNOWN = new Title("A matter that is not shown yet", "–");

    /**
     * A notice of delay whose time has passed is missed only with its promise (semantics 4.9, 5). Until then the promise
     * is on the list, and nothing is overdue.
     */
    private static final String NOTICE_WITHOUT_VERDICT =
            "o.kind = 'DELAY_NOTICE' and o.due < :now and o.breached_at is null";

    /**
     * What an import told stays in a time of its own until its matter is handed to the clock or lives by itself: it is on
     * nobody's list, and enters nobody's figures (rules 1.8, 19).
     */
    private static final String LIVING =
            "not exists (select 1 from command.due_matter d where d.matter_id = o.matter_id and d.imported)";

    private static final String HOLDERS = "select unnest(:holders), false";

    private static final String OF_THE_PARTNER =
            "exists (select 1 from query.matter m where m.matter_id = o.matter_id and m.accountable_partner = :staff)";

    private final JdbcClient db;
    private final Duties duties;
    private final Calendars calendars;
    private final NamesView names;
    private final Present present;
    private final ActingFor acting;

    WorkListView(
            JdbcClient db, Duties duties, Calendars calendars, NamesView names, Present present, ActingFor acting) {
        this.db = db;
        this.duties = duties;
        this.calendars = calendars;
        this.names = names;
        this.present = present;
        this.acting = acting;
    }

    /** How many open duties there are of each state. */
    record Figures(long overdue, long soon, long due) {

        public long all() {
            return overdue + soon + due;
        }
    }

    Figures figures(StaffId staff) {
        var now = present.now();
        var held = held(staff, now);
        return db.sql("""
                        select count(*) filter (where due < :now) as overdue,
                               count(*) filter (where due >= :now and soon_at <= :now) as soon,
                               count(*) filter (where soon_at > :now) as due
                        from query.obligation o where result = 'OPEN' and %s and not (%s)
                        """.formatted(held.condition(), NOTICE_WITHOUT_VERDICT))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(held.parameters())
                .query((row, number) -> new Figures(row.getLong("overdue"), row.getLong("soon"), row.getLong("due")))
                .single();
    }

    /**
     * @param state how what is asked for stands; empty for all
     * @param after as {@link WorkItem#key} gave it
     */
    List<WorkItem> page(StaffId staff, Optional<DueState> state, Optional<List<String>> after, int rows) {
        var now = present.now();
        var held = held(staff, now);
        var parameters = new HashMap<String, Object>(held.parameters());
        parameters.put(
                "due",
                after.map(key -> Instant.parse(key.get(0)))
                        .orElse(Instant.EPOCH)
                        .atOffset(ZoneOffset.UTC));
        parameters.put("id", after.map(key -> key.get(1)).orElse(""));
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("rows", rows);
        // of each holder in turn, since an index gives the earliest of one holder, and none the earliest of several
        var page = duties.read(
                """
                where o.obligation_id in (
                    select first.obligation_id
                    from (%s) as h (holder, as_partner)
                    cross join lateral (
                        select o.obligation_id, o.due from query.obligation o
                        where o.holder = h.holder and (not h.as_partner or %s) and o.result = 'OPEN'
                          and %s and %s and not (%s) and (o.due, o.obligation_id) > (:due, :id)
                        order by o.due, o.obligation_id limit :rows) first
                    order by first.due, first.obligation_id limit :rows)
                order by o.due, o.obligation_id
                """.formatted(
                                held.holders(),
                                OF_THE_PARTNER,
                                LIVING,
                                state.map(DueState::condition).orElse("true"),
                                NOTICE_WITHOUT_VERDICT),
                parameters);
        var titles = names.titles(page.stream().map(Duty::matter).toList());
        var people = names.people(people(page));
        return page.stream()
                .map(duty -> {
                    var hours = calendars.of(duty.reckoned());
                    var why = new WhyOwed(Names.of(hours.zone(), people), hours, now);
                    return WorkItem.of(duty, titles.getOrDefault(duty.matter().value(), UNKNOWN), hours, why, now);
                })
                .toList();
    }

    /** What a staff member is called. */
    String name(StaffId staff) {
        return names.people(List.of(staff)).getOrDefault(staff.value(), staff.value());
    }

    /**
     * Which duties are somebody's.
     *
     * @param condition on {@code query.obligation o}
     * @param holders rows of a holder, and whether only the partner's matters count
     */
    private record Held(String condition, String holders, Map<String, Object> parameters) {}

    /**
     * What somebody holds, and what those hold for whom that one acts; of an accountable partner, what those hold in the
     * partner's matters for whom nobody acts.
     */
    private Held held(StaffId staff, Instant now) {
        var holders = ids(Stream.concat(Stream.of(staff), acting.absentees(staff, now).stream()));
        var unattended = acting.unattended(now);
        if (unattended.isEmpty()) {
            return new Held(
                    "o.holder = any(:holders) and " + LIVING,
                    HOLDERS,
                    Map.of("holders", holders, "staff", staff.value()));
        }
        var others = ids(unattended.stream().filter(absent -> !List.of(holders).contains(absent.value())));
        return new Held(
                "(o.holder = any(:holders) or o.holder = any(:unattended) and %s) and %s"
                        .formatted(OF_THE_PARTNER, LIVING),
                HOLDERS + " union all select unnest(:unattended), true",
                Map.of("holders", holders, "unattended", others, "staff", staff.value()));
    }

    private static String[] ids(Stream<StaffId> staff) {
        return staff.map(StaffId::value).distinct().toArray(String[]::new);
    }

    private static List<Object> people(List<Duty> page) {
        return page.stream()
                .map(Duty::armedBy)
                .filter(Objects::nonNull)
                .flatMap(basis -> Stream.of(Optional.ofNullable(basis.person()), Optional.ofNullable(basis.staff())))
                .flatMap(Optional::stream)
                .<Object>map(id -> id)
                .toList();
    }
}
