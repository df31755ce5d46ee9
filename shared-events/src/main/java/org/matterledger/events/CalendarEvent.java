package org.matterledger.events;

import java.time.Instant;
import org.matterledger.values.CalendarId;
import org.matterledger.values.WorkCalendar;

/** Versions of a work calendar; every due date names the version that it was reckoned with. */
public sealed interface CalendarEvent extends LedgerEvent {

    CalendarId calendarId();

    /**
     * The firm set the hours in which it keeps its word.
     *
     * @param version counts from 1; the event's sequence in the calendar's stream plus one
     * @param name what the firm calls the calendar
     */
    @EventType(name = "calendar.version-published")
    record CalendarVersionPublished(
            CalendarId calendarId, int version, String name, WorkCalendar calendar, Instant occurredAt)
            implements CalendarEvent {}
}
