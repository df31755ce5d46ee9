package org.matterledger.query.matters;

import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.HoursAgreed;
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

    /** 2: the present responsible and calendar, and when it was closed; 3: whether it lives in the time of an import. */
    @Override
    public int version() {
        return 3;
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
                       simulated, since, version, position)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (matter_id) do update set responsible = excluded.responsible,
                       calendar_id = excluded.calendar_id, calendar_version = excluded.calendar_version,
                       closed_at = null, simulated = excluded.simulated
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
                noted.simulated(),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(ResponsibleReplaced event, Noted noted) {
        change("responsible = ?", event, noted, event.responsible());
    }

    @EventHandler
    void on(HoursAgreed event, Noted noted) {
        change("calendar_id = ?, calendar_version = ?", event, noted, event.calendarId(), event.calendarVersion());
    }

    /** Another calendar than the matter's own has no say in it. */
    @EventHandler
    void on(CalendarAdopted event, Noted noted) {
        change(
                "calendar_version = case when calendar_id = ? then ? else calendar_version end",
                event,
                noted,
                event.calendarId(),
                event.calendarVersion());
    }

    @EventHandler
    void on(MatterClosed event, Noted noted) {
        change("closed_at = ?", event, noted, event.occurredAt());
    }

    @EventHandler
    void on(MatterEvent event, Noted noted) {
        rows.write(
                "update query.matter set version = ?, position = ?, simulated = ? where matter_id = ?",
                noted.version(),
                noted.position(),
                noted.simulated(),
                event.matterId());
    }

    private void change(String what, MatterEvent event, Noted noted, Object... values) {
        rows.write(
                "update query.matter set " + what + ", version = ?, position = ?, simulated = ? where matter_id = ?",
                Stream.concat(
                                Stream.of(values),
                                Stream.of(noted.version(), noted.position(), noted.simulated(), event.matterId()))
                        .toArray());
    }
}
