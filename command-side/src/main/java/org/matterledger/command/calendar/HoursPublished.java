package org.matterledger.command.calendar;

import static org.matterledger.command.calendar.CalendarRule.ALWAYS_OPEN_HAS_NO_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_HAS_OPEN_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_NAMES_A_REGION;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_OPENS_EVERY_YEAR;
import static org.matterledger.command.calendar.CalendarRule.OPEN_HOURS_STAND_APART;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** Which hours a promise can be reckoned with. */
final class HoursPublished {

    private HoursPublished() {}

    /** The first rule that these hours break; none where they can be published. */
    static @Nullable CalendarRule breaks(WorkCalendar calendar) {
        if (!ZoneId.getAvailableZoneIds().contains(calendar.zone().getId())) {
            return CALENDAR_NAMES_A_REGION;
        }
        if (calendar.alwaysOpen()) {
            return calendar.week().isEmpty() && calendar.exceptions().isEmpty() ? null : ALWAYS_OPEN_HAS_NO_HOURS;
        }
        if (calendar.week().values().stream().allMatch(List::isEmpty)) {
            return CALENDAR_HAS_OPEN_HOURS;
        }
        if (!Stream.of(calendar.week(), calendar.exceptions())
                .flatMap(hours -> hours.values().stream())
                .allMatch(HoursPublished::standApart)) {
            return OPEN_HOURS_STAND_APART;
        }
        return calendar.exceptions().keySet().stream().anyMatch(date -> closedForAYear(calendar, date))
                ? CALENDAR_OPENS_EVERY_YEAR
                : null;
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

    private static boolean closedForAYear(WorkCalendar calendar, LocalDate date) {
        return date.datesUntil(date.plusYears(1)).noneMatch(calendar::isOpen);
    }
}
