package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which the firm keeps its word, and what time is by them: every due date, limit and notice is reckoned
 * here. Local hours are converted date by date, so that summer time is kept. An opening that falls into a gap of the
 * clock moves forward by the gap; where an hour comes twice, an opening takes the first and a closing the second, so
 * that nothing the client was promised is lost. A date that a zone left out is closed.
 *
 * <p>What looks for open time gives up with {@link CalendarNeverOpens} after ten years without any.
 *
 * @param zone region id, never an offset
 * @param week open intervals by weekday, in their order; a missing day is closed
 * @param exceptions open intervals of single dates, which hold instead of their weekday's; an empty list closes the date
 * @param alwaysOpen whether it serves a contract around the clock; its week and exceptions then mean nothing
 */
public record WorkCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<OpenInterval>> week,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<LocalDate, List<OpenInterval>> exceptions,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alwaysOpen) {

    public WorkCalendar {
        week = copy(week);
        exceptions = copy(exceptions);
    }

    /** As stored; the first ones knew neither exceptions nor calendars that are always open. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    private WorkCalendar(
            @JsonProperty("zone") ZoneId zone,
            @JsonProperty("week") Map<DayOfWeek, List<OpenInterval>> week,
            @JsonProperty("exceptions") @Nullable Map<LocalDate, List<OpenInterval>> exceptions,
            @JsonProperty("alwaysOpen") @Nullable Boolean alwaysOpen) {
        this(zone, week, exceptions == null ? Map.of() : exceptions, Boolean.TRUE.equals(alwaysOpen));
    }

    /** A calendar whose every week is the same. */
    public WorkCalendar(ZoneId zone, Map<DayOfWeek, List<OpenInterval>> week) {
        this(zone, week, Map.of(), false);
    }

    /** Around the clock; the zone still says which local date it is, and a date closes at the next midnight. */
    public static WorkCalendar alwaysOpen(ZoneId zone) {
        return new WorkCalendar(zone, Map.of(), Map.of(), true);
    }

    /** The date on the calendar's clocks. */
    public LocalDate localDate(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** Whether it is open at this time; at the very closing it no longer is. */
    public boolean isOpen(Instant time) {
        return new WorkingTime(this).isOpen(time);
    }

    /** Whether the date has any open time. */
    public boolean isOpen(LocalDate date) {
        return new WorkingTime(this).isOpen(date);
    }

    /** The open time within [from, to); none where {@code to} is not later. */
    public Duration elapsed(Instant from, Instant to) {
        return new WorkingTime(this).elapsed(from, to);
    }

    /**
     * The earliest time at which that much open time has passed, so that work which ends at a closing is due there and
     * not at the next opening. For no time at all it is {@code from} itself, open or not.
     *
     * @throws IllegalArgumentException for a negative time
     */
    public Instant add(Instant from, Duration openTime) {
        return new WorkingTime(this).add(from, openTime);
    }

    /** This time if open, else the next opening. */
    public Instant nextOpen(Instant time) {
        return new WorkingTime(this).nextOpen(time);
    }

    /**
     * The last closing of the local date, if the date is open and that closing still ahead; otherwise that of the next
     * open date. Before the opening and in a break counts as the day itself.
     */
    public Instant endOfWorkingDay(Instant time) {
        return new WorkingTime(this).endOfWorkingDay(time);
    }

    /**
     * When the n-th open date after this one closes; the date itself does not count.
     *
     * @throws IllegalArgumentException for n below 1
     */
    public Instant closeOfNthWorkingDay(LocalDate date, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Working days after a date count from 1, not " + n);
        }
        return closeOf(nthWorkingDayAfter(date, n));
    }

    /** The n-th open date after this one; for 0 the date itself, open or not. */
    public LocalDate nthWorkingDayAfter(LocalDate date, int n) {
        return new WorkingTime(this).nthOpenDate(date, n, 1);
    }

    /** The n-th open date before this one; for 0 the date itself, open or not. */
    public LocalDate nthWorkingDayBefore(LocalDate date, int n) {
        return new WorkingTime(this).nthOpenDate(date, n, -1);
    }

    /** The nearest open date on or before this one. */
    public LocalDate rollBack(LocalDate date) {
        return new WorkingTime(this).openDate(date, -1);
    }

    /** The nearest open date on or after this one. */
    public LocalDate rollForward(LocalDate date) {
        return new WorkingTime(this).openDate(date, 1);
    }

    /**
     * The first opening of an open date.
     *
     * @throws IllegalArgumentException for a closed date
     */
    public Instant openOf(LocalDate date) {
        return new WorkingTime(this).openOf(date);
    }

    /**
     * The last closing of an open date.
     *
     * @throws IllegalArgumentException for a closed date
     */
    public Instant closeOf(LocalDate date) {
        return new WorkingTime(this).closeOf(date);
    }

    /**
     * A local time of a date, open or not: one that falls into a gap of the clock moves forward by the gap; of one that
     * comes twice it is the second, so that nothing promised for it is lost, but no later than the end of the date.
     */
    public Instant timeOf(LocalDate date, LocalTime time) {
        return new TimeLine(this).timeOf(date, time);
    }

    private static <K extends Comparable<? super K>> Map<K, List<OpenInterval>> copy(Map<K, List<OpenInterval>> hours) {
        var days = new TreeMap<K, List<OpenInterval>>();
        hours.forEach((day, intervals) -> days.put(day, List.copyOf(intervals)));
        return Collections.unmodifiableMap(days);
    }
}
