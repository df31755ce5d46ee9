package org.matterledger.query.staff;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.springframework.stereotype.Component;

/** One row for each staff member, present or past, and one for each absence. */
@Component
class StaffProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    StaffProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public void reset() {
        rows.empty("query.staff", "query.staff_absence");
    }

    @EventHandler
    void on(StaffRegistered event, Noted noted) {
        rows.write(
                """
                insert into query.staff (staff_id, name, roles, source_system, source_id, since, version, position)
                values (?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                on conflict (staff_id) do update set name = excluded.name
                """,
                event.staffId(),
                json.write(event.name()),
                event.roles(),
                StoredSource.system(event.source()),
                StoredSource.id(event.source()),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(StaffRolesChanged event, Noted noted) {
        rows.write(
                "update query.staff set roles = ?, version = ?, position = ? where staff_id = ?",
                event.roles(),
                noted.version(),
                noted.position(),
                event.staffId());
    }

    @EventHandler
    void on(StaffLeft event, Noted noted) {
        rows.write(
                "update query.staff set left_at = ?, version = ?, position = ? where staff_id = ?",
                event.occurredAt(),
                noted.version(),
                noted.position(),
                event.staffId());
    }

    @EventHandler
    void on(StaffDeputyNamed event, Noted noted) {
        set("deputy = ?", event.deputy(), event, noted);
    }

    @EventHandler
    void on(StaffTeamJoined event, Noted noted) {
        set("team = ?", event.team(), event, noted);
    }

    @EventHandler
    void on(StaffAddressGiven event, Noted noted) {
        set("address = ?::jsonb", json.write(event.address()), event, noted);
    }

    @EventHandler
    void on(StaffCalendarGiven event, Noted noted) {
        set("calendar_id = ?", event.calendarId(), event, noted);
    }

    @EventHandler
    void on(StaffAbsenceRecorded event, Noted noted) {
        rows.write(
                """
                insert into query.staff_absence (staff_id, absence_id, from_at, until_at, since, version, position)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (staff_id, absence_id) do update set from_at = excluded.from_at
                """,
                event.staffId(),
                event.absenceId(),
                event.from(),
                event.until(),
                noted.position(),
                noted.version(),
                noted.position());
        touch(event, noted);
    }

    @EventHandler
    void on(StaffAbsenceCancelled event, Noted noted) {
        rows.write("""
                update query.staff_absence set cancelled_at = ?, version = ?, position = ?
                where staff_id = ? and absence_id = ?
                """, event.occurredAt(), noted.version(), noted.position(), event.staffId(), event.absenceId());
        touch(event, noted);
    }

    private void set(String column, @Nullable Object value, StaffEvent event, Noted noted) {
        rows.write(
                "update query.staff set " + column + ", version = ?, position = ? where staff_id = ?",
                value,
                noted.version(),
                noted.position(),
                event.staffId());
    }

    private void touch(StaffEvent event, Noted noted) {
        rows.write(
                "update query.staff set version = ?, position = ? where staff_id = ?",
                noted.version(),
                noted.position(),
                event.staffId());
    }
}
