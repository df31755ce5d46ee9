package org.matterledger.query.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ActingFor;
import org.matterledger.query.Calendars;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.DueState;
import org.matterledger.query.Duties;
import org.matterledger.query.Duty;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.Present;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.WhyOwed;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a staff member holds or acts for. In the order of due times, which is that of the danger of being
 * forgotten: what is overdue the longest first, then what is due next.
 */
@Component
class WorkListView {

    /** What a line calls things. */
    private static final String CALLED = """
            m.title, (select c.name from query.client c where c.client_id = m.client_id) as client,
            (select p.name from query.contact_person p where p.person_id = b.details ->> 'person' limit 1) as person_name,
            (select s.name from query.staff s where s.staff_id = b.details ->> 'staff') as staff_name""";

    private final JdbcClient db;
    private final Duties duties;
    private final Calendars calendars;
    private final NamesView names;
    private final StoredJson json;
    private final ConfidentialReader confidential;
    private final Present present;
    private final ActingFor acting;

    WorkListView(
            JdbcClient db,
            Duties duties,
            Calendars calendars,
            NamesView names,
            StoredJson json,
            ConfidentialReader confidential,
            Present present,
            ActingFor acting) {
        this.db = db;
        this.duties = duties;
        this.calendars = calendars;
        this.names = names;
        this.json = json;
        this.confidential = confidential;
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
                        select count(*) filter (where o.due < :now) as overdue,
                               count(*) filter (where o.due >= :now and o.soon_at <= :now) as soon,
                               count(*) filter (where o.soon_at > :now) as due
                        from query.obligation o join query.matter m on m.matter_id = o.matter_id
                        where\s""" + held.condition())
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
        var open = state.map(DueState::condition).orElse("true");
        var first = held.first(open, after.isPresent(), rows);
        var page = duties.read(
                CALLED,
                "join query.matter m on m.matter_id = o.matter_id where o.obligation_id in (" + first
                        + ") order by o.due, o.obligation_id",
                parameters,
                this::line);
        var shown = Shown.of(confidential, page.stream().flatMap(Line::texts).toList());
        return page.stream().map(line -> item(line, shown, now)).toList();
    }

    /** A duty, and the sealed names that its line shows. */
    private record Line(
            Duty duty,
            ConfidentialText title,
            @Nullable ConfidentialText client,
            @Nullable ConfidentialText person,
            @Nullable ConfidentialText staff) {

        Stream<@Nullable ConfidentialText> texts() {
            return Stream.of(title, client, person, staff);
        }
    }

    private Line line(Duty duty, ResultSet row) throws SQLException {
        return new Line(
                duty,
                json.read(row.getString("title"), ConfidentialText.class),
                json.sealed(row.getString("client")),
                json.sealed(row.getString("person_name")),
                json.sealed(row.getString("staff_name")));
    }

    private WorkItem item(Line line, Shown shown, Instant now) {
        var duty = line.duty();
        var hours = calendars.of(duty.reckoned());
        var people = new HashMap<String, String>();
        if (duty.armedBy() != null) {
            named(people, duty.armedBy().person(), shown.orNull(line.person()));
            named(people, duty.armedBy().staff(), shown.orNull(line.staff()));
        }
        var title = shown.text(line.title());
        var client = line.client() == null ? "–" : shown.text(line.client());
        var why = new WhyOwed(Names.of(hours.zone(), people), hours, now);
        return WorkItem.of(duty, new Title(title, client), hours, why, now);
    }

    private static void named(Map<String, String> people, @Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            people.put(id, name);
        }
    }

    /** What a staff member is called. */
    String name(StaffId staff) {
        return names.people(List.of(staff)).getOrDefault(staff.value(), staff.value());
    }

    private Held held(StaffId staff, Instant now) {
        var absent = acting.absentees(staff, now);
        var unattended =
                acting.unattended(now).stream().filter(other -> !other.equals(staff) && !absent.contains(other));
        return new Held(staff, ids(absent.stream()), ids(unattended));
    }

    private static List<String> ids(Stream<StaffId> staff) {
        return staff.map(StaffId::value).toList();
    }
}
