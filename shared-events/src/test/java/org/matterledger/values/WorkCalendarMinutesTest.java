package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.matterledger.values.RandomCalendars.Setting;

/** Whatever the calendar and the zone, what is reckoned is what a clock on the wall shows minute by minute. */
class WorkCalendarMinutesTest {

    private static final int NEAR = 4 * RandomCalendars.MINUTES_OF_DAY;

    @Property(tries = 500)
    boolean open_is_what_the_clock_shows(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int minutes) {
        var time = setting.at(minutes);
        return setting.calendar().isOpen(time) == shown(setting).isOpen(time);
    }

    @Property(tries = 500)
    void elapsed_is_what_the_clock_counts(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int from,
            @ForAll @IntRange(max = NEAR) int length) {
        var begin = setting.at(from);
        var end = setting.at((long) from + length);
        assertThat(setting.calendar().elapsed(begin, end))
                .isEqualTo(Duration.ofMinutes(shown(setting).elapsedMinutes(begin, end)));
    }

    @Property(tries = 500)
    void what_is_added_is_what_the_clock_counts_off(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int from,
            @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        var begin = setting.at(from);
        assertThat(setting.calendar().add(begin, Duration.ofMinutes(minutes)))
                .isEqualTo(within(shown(setting).add(begin, minutes)));
    }

    @Property(tries = 500)
    void the_next_opening_is_the_first_open_minute(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int minutes) {
        var time = setting.at(minutes);
        assertThat(setting.calendar().nextOpen(time))
                .isEqualTo(within(shown(setting).nextOpen(time)));
    }

    @Property(tries = 500)
    void a_working_day_ends_when_the_clock_s_date_closes(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll(supplier = RandomCalendars.Minutes.class) int minutes) {
        var time = setting.at(minutes);
        assertThat(setting.calendar().endOfWorkingDay(time))
                .isEqualTo(within(shown(setting).endOfWorkingDay(time)));
    }

    @Property(tries = 500)
    void a_date_opens_and_closes_with_its_first_and_last_open_minute(
            @ForAll(supplier = RandomCalendars.class) Setting setting, @ForAll @IntRange(min = -3, max = 3) int days) {
        var date = setting.about().plusDays(days);
        var calendar = setting.calendar();
        var shown = shown(setting);
        assertThat(calendar.isOpen(date)).isEqualTo(shown.isOpen(date));
        if (calendar.isOpen(date)) {
            assertThat(calendar.openOf(date)).isEqualTo(shown.openOf(date));
            assertThat(calendar.closeOf(date)).isEqualTo(shown.closeOf(date));
        }
    }

    @Property(tries = 500)
    void working_days_are_counted_by_looking_at_every_date(
            @ForAll(supplier = RandomCalendars.class) Setting setting, @ForAll @IntRange(min = 1, max = 5) int n) {
        var calendar = setting.calendar();
        var after = dates(setting, 1, n);
        assertThat(calendar.nthWorkingDayAfter(setting.about(), n)).isEqualTo(after);
        assertThat(calendar.closeOfNthWorkingDay(setting.about(), n))
                .isEqualTo(shown(setting).closeOf(after));
        assertThat(calendar.nthWorkingDayBefore(setting.about(), 1)).isEqualTo(dates(setting, -1, 1));
    }

    private static LocalDate dates(Setting setting, int step, int n) {
        var shown = shown(setting);
        var date = setting.about();
        for (var left = n; left > 0; left -= shown.isOpen(date) ? 1 : 0) {
            date = date.plusDays(step);
            Assume.that(Math.abs(date.toEpochDay() - setting.about().toEpochDay()) < (step > 0 ? 15 : 6));
        }
        return date;
    }

    private static MinuteByMinute shown(Setting setting) {
        return new MinuteByMinute(setting.calendar(), setting.about());
    }

    private static Instant within(Optional<Instant> found) {
        Assume.that(found.isPresent());
        return found.orElseThrow();
    }
}
