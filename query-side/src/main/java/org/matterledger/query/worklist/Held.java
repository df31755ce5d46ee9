package org.matterledger.query.worklist;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.matterledger.values.StaffId;

/**
 * Which duties are somebody's: what one holds, and what those hold for whom that one acts; of an accountable partner,
 * what those hold in the partner's matters for whom nobody acts.
 *
 * @param absent for whom the staff member acts
 * @param unattended those for whom nobody acts
 */
record Held(StaffId staff, List<String> absent, List<String> unattended) {

    /**
     * A notice of delay whose time has passed is missed only with its promise (semantics 4.9, 5). Until then the promise
     * is on the list, and nothing is overdue.
     */
    private static final String NOTICE_WITHOUT_VERDICT =
            "o.kind = 'DELAY_NOTICE' and o.due < :now and o.breached_at is null";

    /**
     * What an import told stays in a time of its own until its matter is handed to the clock or lives by itself: it is on
     * nobody's list, and enters nobody's figures (rules 1.8, 19). Who handed over is said by the register of imports,
     * since no event tells it.
     */
    private static final String LIVING = """
            (not m.simulated or exists (
                select 1 from command.mail_import_matter i where i.matter_id = m.matter_id and i.handed_over))""";

    private static final String OF_THE_PARTNER = "m.accountable_partner = :staff";

    /** On {@code query.obligation o} and its matter. */
    String condition() {
        var others = unattended.isEmpty() ? "" : " or o.holder = any(:unattended) and " + OF_THE_PARTNER;
        return "(o.holder = any(:own)%s) and o.result = 'OPEN' and %s and not (%s)"
                .formatted(others, LIVING, NOTICE_WITHOUT_VERDICT);
    }

    /**
     * The first duties in order. Of each holder in turn, since an index gives the earliest of one holder, and none the
     * earliest of several. How many are wanted stands in the statement, and who holds only oneself's has one of its
     * own: of what PostgreSQL does not know to be few it makes a new plan for each page.
     *
     * @param open how they stand, as a condition
     * @param onward whether only what comes after {@code :due} and {@code :id} is asked for
     */
    String first(String open, boolean onward, int rows) {
        if (absent.isEmpty() && unattended.isEmpty()) {
            return "select first.obligation_id from (" + of(":staff", "true", open, onward, rows) + ") first";
        }
        return """
                select first.obligation_id
                from (select unnest(:own), false union all select unnest(:unattended), true) as h (holder, as_partner)
                cross join lateral (%s) first
                order by first.due, first.obligation_id limit %d""".formatted(of("h.holder", "(not h.as_partner or " + OF_THE_PARTNER + ")", open, onward, rows), rows);
    }

    private static String of(String holder, String matters, String open, boolean onward, int rows) {
        var beyond = onward ? "(o.due, o.obligation_id) > (:due, :id)" : "true";
        return """
                select o.obligation_id, o.due
                from query.obligation o join query.matter m on m.matter_id = o.matter_id
                where o.holder = %s and o.result = 'OPEN' and %s and %s and %s and not (%s) and %s
                order by o.due, o.obligation_id limit %d""".formatted(holder, matters, LIVING, open, NOTICE_WITHOUT_VERDICT, beyond, rows);
    }

    Map<String, Object> parameters() {
        return Map.of(
                "staff",
                staff.value(),
                "own",
                Stream.concat(Stream.of(staff.value()), absent.stream()).toArray(String[]::new),
                "unattended",
                unattended.toArray(String[]::new));
    }
}
