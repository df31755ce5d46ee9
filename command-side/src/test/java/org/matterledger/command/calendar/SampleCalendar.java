package org.matterledger.command.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendar;
import org.matterledger.command.calendar.CalendarCommand.PublishNextVersion;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.values.CalendarId;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** The hours of the Kyiv office. */
final class SampleCalendar {

    static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
    static final CalendarId KYIV = new CalendarId("calendar-kyiv");
    static final OpenInterval MORNING = hours(9, 13);
    static final OpenInterval AFTERNOON = hours(14, 18);

    private SampleCalendar() {}

    static OpenInterval hours(int opens, int closes) {
        return new OpenInterval(LocalTime.of(opens, 0), LocalTime.of(closes % 24, 0));
    }

    static WorkCalendar mondays(String zone, OpenInterval... intervals) {
        return new WorkCalendar(ZoneId.of(zone), Map.of(DayOfWeek.MONDAY, List.of(intervals)));
    }

    static WorkCalendar office() {
        return mondays("Europe/Kyiv", MORNING, AFTERNOON);
    }

    /** Some dates have hours of their own, or none. */
    static WorkCalendar with(WorkCalendar calendar, Map<LocalDate, List<OpenInterval>> exceptions) {
        return new WorkCalendar(calendar.zone(), calendar.week(), exceptions, calendar.alwaysOpen());
    }

    /** Closed from one date until before the other. */
    static Map<LocalDate, List<OpenInterval>> closure(String from, String until) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(until))
                .collect(Collectors.toMap(Function.identity(), date -> List.of()));
    }

    static PublishCalendar publish(WorkCalendar calendar) {
        return new PublishCalendar(KYIV, "Kyiv office", calendar);
    }

    static PublishNextVersion revise(WorkCalendar calendar) {
        return new PublishNextVersion(KYIV, "Kyiv office", calendar);
    }

    static CalendarVersionPublished published(int version, WorkCalendar calendar) {
        return new CalendarVersionPublished(KYIV, version, "Kyiv office", calendar, NOW);
    }
}
