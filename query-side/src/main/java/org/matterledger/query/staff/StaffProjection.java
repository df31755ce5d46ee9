package org.matterledger.query.staff;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.springframework.stereotype.Component;

/** One row for each staff member, present or past. */
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
        rows.empty("query.staff");
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
}
