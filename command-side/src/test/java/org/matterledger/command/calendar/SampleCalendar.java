package org.matterledger.command.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendarVersion;
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

    static PublishCalendarVersion publish(WorkCalendar calendar) {
        return new PublishCalendarVersion(KYIV, "Kyiv office", calendar);
    }

    static CalendarVersionPublished published(int version, WorkCalendar calendar) {
        return new CalendarVersionPublished(KYIV, version, "Kyiv office", calendar, NOW);
    }
}
