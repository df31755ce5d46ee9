package org.matterledger.query.matters;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.springframework.stereotype.Component;

/** One row for each matter. */
@Component
class MatterProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    MatterProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public void reset() {
        rows.empty("query.matter");
    }

    @EventHandler
    void on(MatterOpened event, Noted noted) {
        rows.write(
                """
                insert into query.matter (matter_id, client_id, title, contact_person, responsible, accountable_partner,
                       calendar_id, calendar_version, main_channel, source_system, source_id, opened_at,
                       since, version, position)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (matter_id) do update set title = excluded.title
                """,
                event.matterId(),
                event.clientId(),
                json.write(event.title()),
                event.contactPerson(),
                event.responsible(),
                event.accountablePartner(),
                event.calendarId(),
                event.calendarVersion(),
                event.mainChannel(),
                StoredSource.system(event.source()),
                StoredSource.id(event.source()),
                event.occurredAt(),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(MatterEvent event, Noted noted) {
        rows.write(
                "update query.matter set version = ?, position = ? where matter_id = ?",
                noted.version(),
                noted.position(),
                event.matterId());
    }
}
