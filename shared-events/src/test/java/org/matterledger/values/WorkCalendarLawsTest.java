package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.matterledger.values.RandomCalendars.Setting;

/** The laws of the work calendar (semantics 4.1, functions 1 to 8), to the nanosecond and over years. */
class WorkCalendarLawsTest {

    private static final long SECONDS = 400L * 86_400;
    private static final long NANOS = 999_999_999;

    @Property(tries = 500)
    void law_1_elapsed_is_never_negative_and_adds_up(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long from,
            @ForAll @LongRange(max = SECONDS) long first,
            @ForAll @LongRange(max = SECONDS) long second,
            @ForAll @LongRange(max = NANOS) long nanos) {
        var calendar = setting.calendar();
        var a = time(setting, from, nanos);
        var b = a.plusSeconds(first);
        var c = b.plusSeconds(second).plusNanos(nanos);
        assertThat(calendar.elapsed(a, b))
                .isGreaterThanOrEqualTo(Duration.ZERO)
                .isLessThanOrEqualTo(Duration.between(a, b));
        assertThat(calendar.elapsed(a, b).plus(calendar.elapsed(b, c))).isEqualTo(calendar.elapsed(a, c));
        assertThat(calendar.elapsed(c, a)).isZero();
    }

    @Property(tries = 500)
    void law_2_what_was_added_has_elapsed_and_at_no_earlier_time(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long from,
            @ForAll @LongRange(max = 500_000) long seconds,
            @ForAll @LongRange(min = 1, max = NANOS) long nanos) {
        var calendar = setting.calendar();
        var start = time(setting, from, nanos);
        var length = Duration.ofSeconds(seconds, nanos);
        var end = calendar.add(start, length);
        assertThat(calendar.elapsed(start, end)).isEqualTo(length);
        assertThat(calendar.elapsed(start, end.minusNanos(1))).isEqualTo(length.minusNanos(1));
        assertThat(calendar.add(start, Duration.ZERO)).isEqualTo(start);
    }

    @Property(tries = 500)
    void law_2_adding_is_monotone_in_time_and_length(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long from,
            @ForAll @LongRange(max = 200_000) long later,
            @ForAll @LongRange(min = 1, max = 200_000) long seconds,
            @ForAll @LongRange(max = 200_000) long longer) {
        var calendar = setting.calendar();
        var start = time(setting, from, 0);
        var due = calendar.add(start, Duration.ofSeconds(seconds));
        assertThat(calendar.add(start.plusSeconds(later), Duration.ofSeconds(seconds)))
                .isAfterOrEqualTo(due);
        assertThat(calendar.add(start, Duration.ofSeconds(seconds + longer))).isAfterOrEqualTo(due);
    }

    @Property(tries = 500)
    void law_3_a_working_day_ends_at_the_closing_of_the_nearest_date_that_has_not_closed(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long seconds) {
        var calendar = setting.calendar();
        var time = time(setting, seconds, 0);
        var today = calendar.localDate(time);
        var open = calendar.isOpen(today) && time.isBefore(calendar.closeOf(today));
        var expected = open ? today : calendar.nthWorkingDayAfter(today, 1);
        assertThat(calendar.endOfWorkingDay(time))
                .isEqualTo(calendar.closeOf(expected))
                .isAfter(time);
    }

    @Property(tries = 500)
    void law_4_the_next_opening_is_now_or_the_first_time_after_closed_time(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long seconds) {
        var calendar = setting.calendar();
        var time = time(setting, seconds, 0);
        var open = calendar.nextOpen(time);
        assertThat(calendar.isOpen(open)).isTrue();
        assertThat(open.equals(time)).isEqualTo(calendar.isOpen(time));
        assertThat(calendar.elapsed(time, open)).isZero();
        assertThat(calendar.isOpen(calendar.closeOf(calendar.localDate(open)).minusNanos(1)))
                .isTrue();
    }

    @Property(tries = 500)
    void laws_5_and_6_dates_are_counted_and_rolled_over_open_dates_alone(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @IntRange(min = -400, max = 400) int days,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        var calendar = setting.calendar();
        var date = setting.about().plusDays(days);
        var nth = calendar.nthWorkingDayAfter(date, n);
        assertThat(open(calendar, date.plusDays(1), nth.plusDays(1))).isEqualTo(n);
        assertThat(calendar.isOpen(nth)).isTrue();
        assertThat(calendar.closeOfNthWorkingDay(date, n)).isEqualTo(calendar.closeOf(nth));
        assertThat(calendar.nthWorkingDayBefore(nth, n)).isEqualTo(calendar.rollBack(date));
        assertThat(open(calendar, date, calendar.rollForward(date))).isZero();
        assertThat(open(calendar, calendar.rollBack(date).plusDays(1), date.plusDays(1)))
                .isZero();
        assertThat(calendar.isOpen(calendar.rollForward(date))).isTrue();
        assertThat(calendar.isOpen(date)).isEqualTo(calendar.rollBack(date).equals(calendar.rollForward(date)));
    }

    @Property(tries = 500)
    void law_7_around_the_clock_time_is_time(
            @ForAll(supplier = RandomCalendars.class) Setting setting,
            @ForAll @LongRange(min = -SECONDS, max = SECONDS) long from,
            @ForAll @LongRange(max = SECONDS) long seconds,
            @ForAll @LongRange(max = NANOS) long nanos) {
        var always = WorkCalendar.alwaysOpen(setting.calendar().zone());
        var start = time(setting, from, nanos);
        var end = start.plusSeconds(seconds).plusNanos(nanos);
        assertThat(always.add(start, Duration.between(start, end))).isEqualTo(end);
        assertThat(always.elapsed(start, end)).isEqualTo(Duration.between(start, end));
        assertThat(always.nextOpen(start)).isEqualTo(start);
        assertThat(always.isOpen(start)).isTrue();
    }

    @Property(tries = 500)
    void law_8_local_dates_are_the_zone_s_and_follow_one_another(
            @ForAll(supplier = RandomCalendars.class) Setting setting, @ForAll @IntRange(min = 0, max = 400) int days) {
        var calendar = setting.calendar();
        var date = calendar.rollForward(setting.about());
        var limit = calendar.rollBack(date.plusDays(days));
        assertThat(calendar.localDate(calendar.openOf(limit))).isEqualTo(limit);
        assertThat(limit).isBetween(date, date.plusDays(days));
        assertThat(calendar.closeOf(limit)).isAfter(calendar.openOf(limit));
        assertThat(calendar.openOf(calendar.nthWorkingDayAfter(limit, 1))).isAfterOrEqualTo(calendar.closeOf(limit));
    }

    private static long open(WorkCalendar calendar, LocalDate from, LocalDate until) {
        return from.isBefore(until)
                ? from.datesUntil(until).filter(calendar::isOpen).count()
                : 0;
    }

    private static Instant time(Setting setting, long seconds, long nanos) {
        return setting.at(0).plusSeconds(seconds).plusNanos(nanos);
    }
}
