package org.matterledger.events;

import java.time.Instant;
import org.matterledger.values.CalendarId;
import org.matterledger.values.WorkCalendar;

/** Versions of a work calendar; every due date names the version that it was reckoned with. */
public sealed interface CalendarEvent extends LedgerEvent {

    CalendarId calendarId();

    /** @param version counts from 1 */
    @EventType(name = "calendar.version-published")
    record CalendarVersionPublished(
            CalendarId calendarId, int version, String name, WorkCalendar calendar, Instant occurredAt)
            implements CalendarEvent {}
}
