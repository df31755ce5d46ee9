package org.matterledger.query.calendars;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.springframework.stereotype.Component;

/** One row for each version of a calendar; versions never change. */
@Component
class CalendarProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    CalendarProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "calendars";
    }

    /** 2: exceptions, and calendars that are always open. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public void reset() {
        rows.empty("query.calendar_version");
    }

    @EventHandler
    void on(CalendarVersionPublished event, Noted noted) {
        rows.write(
                """
                insert into query.calendar_version
                    (calendar_id, version, name, zone, week, exceptions, always_open, published_at, position)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                on conflict (calendar_id, version) do update set name = excluded.name
                """,
                event.calendarId(),
                event.version(),
                event.name(),
                event.calendar().zone().getId(),
                json.write(event.calendar().week()),
                json.write(event.calendar().exceptions()),
                event.calendar().alwaysOpen(),
                event.occurredAt(),
                noted.position());
    }
}
