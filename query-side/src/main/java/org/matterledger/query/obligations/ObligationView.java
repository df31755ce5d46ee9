package org.matterledger.query.obligations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Duties;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Present;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.CalendarId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads duties, of a matter and of the firm. */
@Component
class ObligationView {

    private static final Instant BEFORE_ALL = Instant.EPOCH;
    private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient db;
    private final Duties duties;
    private final Calendars calendars;
    private final Present present;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    ObligationView(
            JdbcClient db,
            Duties duties,
            Calendars calendars,
            Present present,
            StoredJson json,
            ConfidentialReader confidential) {
        this.db = db;
        this.duties = duties;
        this.calendars = calendars;
        this.present = present;
        this.json = json;
        this.confidential = confidential;
    }

    boolean hasMatter(MatterId matter) {
        return db.sql("select exists (select 1 from query.matter where matter_id = :matter)")
                .param("matter", matter.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Obligation> obligation(ObligationId id) {
        return read("where o.obligation_id = :id", Map.of("id", id.value())).stream()
                .findFirst();
    }

    /**
     * The open duties of a matter by their first due time, then the ended ones, the newest first. A first due time never
     * changes, so that no row moves within its part while somebody walks the pages.
     *
     * @param after as {@link Obligation#keyInMatter} gave it
     */
    List<Obligation> ofMatter(MatterId matter, Optional<List<String>> after, int rows) {
        var amongEnded = after.filter(key -> key.getFirst().equals("ended"));
        var open = amongEnded.isPresent()
                ? List.<Obligation>of()
                : inMatter(matter, "= 'OPEN'", ">", "", Place.of(after, BEFORE_ALL), rows);
        var ended = open.size() == rows
                ? List.<Obligation>of()
                : inMatter(matter, "<> 'OPEN'", "<", " desc", Place.of(amongEnded, AFTER_ALL), rows - open.size());
        return Stream.concat(open.stream(), ended.stream()).toList();
    }

    private record Place(Instant due, String id) {

        static Place of(Optional<List<String>> key, Instant otherwise) {
            return key.map(parts -> new Place(Instant.parse(parts.get(1)), parts.get(2)))
                    .orElseGet(() -> new Place(otherwise, ""));
        }
    }

    private List<Obligation> inMatter(
            MatterId matter, String result, String beyond, String direction, Place place, int rows) {
        return read(
                """
                where o.matter_id = :matter and o.result %s and (o.first_due, o.obligation_id) %s (:due, :id)
                order by o.first_due%s, o.obligation_id%s limit :rows
                """.formatted(result, beyond, direction, direction),
                Map.of(
                        "matter",
                        matter.value(),
                        "due",
                        place.due().atOffset(ZoneOffset.UTC),
                        "id",
                        place.id(),
                        "rows",
                        rows));
    }

    /** Duties of the firm in the order in which they were armed. */
    List<Obligation> page(
            @Nullable StaffId holder, @Nullable DutyResult state, @Nullable ObligationKind kind, long after, int rows) {
        var parameters = new HashMap<String, Object>(Map.of("after", after, "rows", rows));
        var condition = condition("holder", holder, parameters)
                + condition("result", state, parameters)
                + condition("kind", kind, parameters);
        return read("where o.since > :after" + condition + " order by o.since limit :rows", parameters);
    }

    private static String condition(String column, @Nullable Object value, Map<String, Object> parameters) {
        if (value == null) {
            return "";
        }
        parameters.put(column, value.toString());
        return " and o." + column + " = :" + column;
    }

    private List<Obligation> read(String rest, Map<String, ?> parameters) {
        var now = present.now();
        return duties.read(rest, parameters).stream()
                .map(duty -> Obligation.of(duty, calendars.of(duty.reckoned()), now))
                .toList();
    }

    /** Who held a duty, one after the other. */
    List<Held> held(Obligation duty) {
        var responsible = db.sql("""
                        select details ->> 'staff' as staff, occurred_at from query.timeline
                        where matter_id = :matter and event in ('matter.opened', 'matter.responsible-replaced')
                        order by occurred_at, position
                        """)
                .param("matter", duty.matter().value())
                .query((row, number) -> new Held.Change(
                        new StaffId(row.getString("staff")),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
                .list();
        var reason = duty.reason();
        var hours = calendars.of(new CalendarId(reason.calendar()), reason.calendarVersion());
        return Held.of(duty, responsible, hours, present.now());
    }

    /** What was said about a duty, in the order in which it was. */
    List<Verdict> verdicts(ObligationId id) {
        var rows = db.sql("""
                        select verdict, occurred_at, noted_at, actor, origin, position, details
                        from query.obligation_verdict where obligation_id = :id order by position
                        """).param("id", id.value()).query(this::verdict).list();
        var shown = Shown.of(
                confidential,
                rows.stream().map(row -> row.details().sealedReason()).toList());
        return rows.stream().map(row -> opened(row, shown)).toList();
    }

    private Verdict verdict(ResultSet row, int number) throws SQLException {
        return new Verdict(
                row.getString("verdict"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("origin"),
                row.getLong("position"),
                null,
                json.read(row.getString("details"), Verdict.Details.class));
    }

    private static Verdict opened(Verdict row, Shown shown) {
        return new Verdict(
                row.verdict(),
                row.occurredAt(),
                row.notedAt(),
                row.actor(),
                row.origin(),
                row.position(),
                shown.orNull(row.details().sealedReason()),
                row.details().withoutSealed());
    }
}
