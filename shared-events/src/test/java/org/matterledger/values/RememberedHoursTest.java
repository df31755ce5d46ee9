package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.matterledger.values.RandomCalendars.Setting;

/** What is remembered of a calendar is what the calendar tells, over days and over years, also when asked again. */
class RememberedHoursTest {

    private static final long MINUTES = 3L * 366 * RandomCalendars.MINUTES_OF_DAY;

    @Property(tries = 500)
    void tells_the_open_time_that_the_calendar_tells(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int from,
            @ForAll(supplier = RandomCalendars.Minutes.class) int to,
            @ForAll @LongRange(max = MINUTES) long longer,
            @ForAll @LongRange(max = 999_999_999) long nanos) {
        var remembered = new RememberedHours(setting.calendar());
        var begin = setting.at(from).plusNanos(nanos);
        for (var end : new Instant[] {setting.at(to), setting.at(to + longer), begin}) {
            var told = setting.calendar().elapsed(begin, end);
            assertThat(remembered.elapsed(begin, end)).isEqualTo(told);
            assertThat(remembered.elapsed(begin, end)).isEqualTo(told);
            assertThat(remembered.elapsed(end, begin))
                    .isEqualTo(setting.calendar().elapsed(end, begin));
        }
    }

    @Property(tries = 500)
    void counts_the_open_dates_that_the_calendar_knows(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -800, max = 800) long from,
            @ForAll @LongRange(max = 1200) long days) {
        var after = setting.about().plusDays(from);
        var last = after.plusDays(days);
        var known = after.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(setting.calendar()::isOpen)
                .count();
        assertThat(new RememberedHours(setting.calendar()).openDates(after, last))
                .isEqualTo(known);
    }

    @Test
    void asks_the_calendar_itself_about_years_that_nobody_asks_for_twice() {
        var calendar = SampleCalendars.WARSAW;
        var remembered = new RememberedHours(calendar);
        for (var stretch : new String[][] {
            {"1969-12-30T00:00:00Z", "1970-01-02T12:00:00Z"}, {"2149-12-30T00:00:00Z", "2150-01-04T12:00:00Z"}
        }) {
            var from = Instant.parse(stretch[0]);
            var to = Instant.parse(stretch[1]);
            assertThat(remembered.elapsed(from, to)).isPositive().isEqualTo(calendar.elapsed(from, to));
            assertThat(remembered.openDates(calendar.localDate(from), calendar.localDate(to)))
                    .isEqualTo(calendar.localDate(from)
                            .plusDays(1)
                            .datesUntil(calendar.localDate(to).plusDays(1))
                            .filter(calendar::isOpen)
                            .count());
        }
    }

    @Test
    void is_open_around_the_clock_where_the_calendar_is() {
        var from = Instant.parse("2026-03-28T00:00:00Z");
        var remembered = new RememberedHours(WorkCalendar.alwaysOpen(ZoneId.of("Europe/Warsaw")));
        assertThat(remembered.elapsed(from, from.plusSeconds(200_000))).hasSeconds(200_000);
    }
}
