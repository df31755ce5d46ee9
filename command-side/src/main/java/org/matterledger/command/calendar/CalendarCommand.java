package org.matterledger.command.calendar;

import org.matterledger.command.LedgerCommand;
import org.matterledger.values.CalendarId;
import org.matterledger.values.WorkCalendar;

/** What can be asked about a work calendar. */
sealed interface CalendarCommand extends LedgerCommand {

    CalendarId calendarId();

    String name();

    WorkCalendar calendar();

    @Override
    default String stream() {
        return calendarId().value();
    }

    /** Makes a calendar. */
    record PublishCalendar(CalendarId calendarId, String name, WorkCalendar calendar) implements CalendarCommand {}

    /** Gives a calendar that there is other hours; the same name and hours again are no new version. */
    record PublishNextVersion(CalendarId calendarId, String name, WorkCalendar calendar) implements CalendarCommand {}
}
