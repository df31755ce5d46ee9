package org.matterledger.command.calendar;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_BEGINS_ONCE;

import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendar;
import org.matterledger.command.calendar.CalendarCommand.PublishNextVersion;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;

/** Which hours become the firm's. */
final class CalendarDecisions {

    private CalendarDecisions() {}

    static Outcome decide(CalendarState state, PublishCalendar command, LedgerTime now) {
        var latest = state.latest();
        if (latest != null) {
            return tellsTheSame(latest, command) ? nothingNew() : refusedBy(CALENDAR_BEGINS_ONCE);
        }
        return published(command, 1, now);
    }

    static Outcome decide(CalendarState state, PublishNextVersion command, LedgerTime now) {
        var latest = state.present();
        return tellsTheSame(latest, command) ? nothingNew() : published(command, latest.version() + 1, now);
    }

    private static Outcome published(CalendarCommand command, int version, LedgerTime now) {
        var broken = HoursPublished.breaks(command.calendar());
        return broken != null
                ? refusedBy(broken)
                : events(new CalendarVersionPublished(
                        command.calendarId(), version, command.name(), command.calendar(), now.instant()));
    }

    private static boolean tellsTheSame(CalendarVersionPublished known, CalendarCommand command) {
        return known.name().equals(command.name()) && known.calendar().equals(command.calendar());
    }
}
