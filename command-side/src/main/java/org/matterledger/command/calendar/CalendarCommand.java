package org.matterledger.command.calendar;

import org.matterledger.command.LedgerCommand;
import org.matterledger.values.CalendarId;
import org.matterledger.values.WorkCalendar;

/** What can be asked about a work calendar. */
sealed interface CalendarCommand extends LedgerCommand {

    CalendarId calendarId();

    @Override
    default String stream() {
        return calendarId().value();
    }

    /** The first version makes the calendar; the same name and hours again are no new version. */
    record PublishCalendarVersion(CalendarId calendarId, String name, WorkCalendar calendar)
            implements CalendarCommand {}
}
