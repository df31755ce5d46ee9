package org.matterledger.command.calendar;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_HAS_OPEN_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_NAMES_A_REGION;
import static org.matterledger.command.calendar.CalendarRule.OPEN_HOURS_STAND_APART;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendarVersion;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** Which hours can be published as the firm's. */
final class CalendarDecisions {

    private CalendarDecisions() {}

    static Outcome decide(CalendarState state, PublishCalendarVersion command, LedgerTime now) {
        var latest = state.latest();
        if (latest != null
                && latest.name().equals(command.name())
                && latest.calendar().equals(command.calendar())) {
            return nothingNew();
        }
        if (!ZoneId.getAvailableZoneIds().contains(command.calendar().zone().getId())) {
            return refusedBy(CALENDAR_NAMES_A_REGION);
        }
        if (command.calendar().week().values().stream().allMatch(List::isEmpty)) {
            return refusedBy(CALENDAR_HAS_OPEN_HOURS);
        }
        if (!standApart(command.calendar())) {
            return refusedBy(OPEN_HOURS_STAND_APART);
        }
        var version = latest == null ? 1 : latest.version() + 1;
        return events(new CalendarVersionPublished(
                command.calendarId(), version, command.name(), command.calendar(), now.instant()));
    }

    private static boolean standApart(WorkCalendar calendar) {
        return calendar.week().values().stream().allMatch(CalendarDecisions::standApart);
    }

    private static boolean standApart(List<OpenInterval> day) {
        for (var i = 1; i < day.size(); i++) {
            var before = day.get(i - 1).closes();
            if (before.equals(LocalTime.MIDNIGHT) || day.get(i).opens().isBefore(before)) {
                return false;
            }
        }
        return true;
    }
}
