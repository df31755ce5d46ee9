package org.matterledger.values;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendars of the scenarios: an office in each of four cities, and a contract around the clock. */
final class SampleCalendars {

    static final WorkCalendar KYIV = office("Europe/Kyiv", hours("09:00", "18:00"));
    static final WorkCalendar WARSAW =
            closed(office("Europe/Warsaw", hours("09:00", "17:00")), "2026-11-11", "2026-12-24", "2026-12-25");
    static final WorkCalendar MOSCOW = with(
            closed(office("Europe/Moscow", hours("09:00", "18:00")), "2025-11-03", "2025-11-04"),
            "2025-11-01",
            hours("09:00", "17:00"));
    static final WorkCalendar ALWAYS = WorkCalendar.alwaysOpen(ZoneId.of("Europe/Kyiv"));

    private SampleCalendars() {}

    static OpenInterval hours(String opens, String closes) {
        return new OpenInterval(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    /** Open from Monday to Friday. */
    static WorkCalendar office(String zone, OpenInterval... hours) {
        return days(zone, MONDAY, FRIDAY, hours);
    }

    static WorkCalendar days(String zone, DayOfWeek first, DayOfWeek last, OpenInterval... hours) {
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
                .collect(Collectors.toMap(Function.identity(), day -> List.of(hours)));
        return new WorkCalendar(ZoneId.of(zone), week);
    }

    static WorkCalendar closed(WorkCalendar calendar, String... dates) {
        var closed = calendar;
        for (var date : dates) {
            closed = with(closed, date);
        }
        return closed;
    }

    /** One date has hours of its own. */
    static WorkCalendar with(WorkCalendar calendar, String date, OpenInterval... hours) {
        Map<LocalDate, List<OpenInterval>> exceptions = new HashMap<>(calendar.exceptions());
        exceptions.put(LocalDate.parse(date), List.of(hours));
        return new WorkCalendar(calendar.zone(), calendar.week(), exceptions, calendar.alwaysOpen());
    }

    /** A local time such as 2026-02-10T15:20. */
    static Instant at(WorkCalendar calendar, String local) {
        return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
    }
}
