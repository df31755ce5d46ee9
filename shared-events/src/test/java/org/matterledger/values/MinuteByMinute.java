package org.matterledger.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar told by looking at a clock on the wall once a minute for some weeks, and by nothing else: slow, and written
 * apart from what it judges. Only whole minutes are known, and what lies beyond those weeks is not.
 */
final class MinuteByMinute {

    private static final int DAY = RandomCalendars.MINUTES_OF_DAY;
    private static final int DAYS_BEFORE = 7;
    private static final int DAYS = 24;

    private final long begin;

    /** What the clock shows at each minute: date and time, counted in minutes. */
    private final long[] clock = new long[DAYS * DAY];

    private final @Nullable LocalDate[] openOn = new LocalDate[clock.length];

    MinuteByMinute(WorkCalendar calendar, LocalDate about) {
        begin = about.minusDays(DAYS_BEFORE)
                        .atTime(LocalTime.NOON)
                        .atZone(calendar.zone())
                        .toEpochSecond()
                / 60;
        var offsets = calendar.zone().getRules();
        for (var minute = 0; minute < clock.length; minute++) {
            clock[minute] = begin + minute + offsets.getOffset(instant(minute)).getTotalSeconds() / 60;
        }
        dates(0).forEach(date -> open(calendar, date));
    }

    boolean isOpen(Instant time) {
        return openOn[minute(time)] != null;
    }

    Optional<Instant> nextOpen(Instant time) {
        return openFrom(time).mapToObj(this::instant).findFirst();
    }

    long elapsedMinutes(Instant from, Instant to) {
        var end = minute(to);
        return openFrom(from).filter(minute -> minute < end).count();
    }

    /** @param minutes more than none */
    Optional<Instant> add(Instant from, long minutes) {
        return openFrom(from)
                .skip(minutes - 1)
                .mapToObj(last -> instant(last + 1))
                .findFirst();
    }

    boolean isOpen(LocalDate date) {
        return minutesOf(date).findAny().isPresent();
    }

    Instant openOf(LocalDate date) {
        return instant(minutesOf(date).min().orElseThrow());
    }

    Instant closeOf(LocalDate date) {
        return instant(minutesOf(date).max().orElseThrow() + 1);
    }

    Optional<Instant> endOfWorkingDay(Instant time) {
        return dates(minute(time)).stream()
                .filter(this::isOpen)
                .map(this::closeOf)
                .filter(time::isBefore)
                .findFirst();
    }

    /** In the order in which the clock shows them, from a minute on. */
    private Set<LocalDate> dates(int from) {
        var dates = new LinkedHashSet<LocalDate>();
        for (var minute = from; minute < clock.length; minute++) {
            if (minute == from || clock[minute] / DAY != clock[minute - 1] / DAY) {
                dates.add(LocalDate.ofEpochDay(clock[minute] / DAY));
            }
        }
        return dates;
    }

    private IntStream openFrom(Instant time) {
        return IntStream.range(minute(time), clock.length).filter(minute -> openOn[minute] != null);
    }

    private IntStream minutesOf(LocalDate date) {
        return IntStream.range(0, clock.length).filter(minute -> date.equals(openOn[minute]));
    }

    private void open(WorkCalendar calendar, LocalDate date) {
        var end = firstFrom(shown(date.plusDays(1).atStartOfDay()));
        if (calendar.alwaysOpen()) {
            open(date, opening(date.atStartOfDay()), end, end);
            return;
        }
        var weekday = calendar.week().getOrDefault(date.getDayOfWeek(), List.of());
        for (var interval : calendar.exceptions().getOrDefault(date, weekday)) {
            var from = opening(date.atTime(interval.opens()));
            var to = interval.closes().equals(LocalTime.MIDNIGHT) ? end : closing(date.atTime(interval.closes()));
            open(date, from, to > from ? to : from + (int) interval.length().toMinutes(), end);
        }
    }

    private void open(LocalDate date, int from, int to, int end) {
        for (var minute = from; minute < Math.min(to, end); minute++) {
            openOn[minute] = date;
        }
    }

    private int opening(LocalDateTime time) {
        return opening(shown(time));
    }

    /** What the clock jumps over comes as long after the jump as it would have come had there been none. */
    private int opening(long time) {
        var found = firstFrom(time);
        return found == 0 || found == clock.length || clock[found] == time
                ? found
                : found + (int) (time - clock[found - 1] - 1);
    }

    private int closing(LocalDateTime time) {
        var shown = shown(time);
        var last = clock.length - 1;
        while (last >= 0 && clock[last] != shown) {
            last--;
        }
        return last >= 0 ? last : opening(shown);
    }

    private int firstFrom(long shown) {
        var first = 0;
        while (first < clock.length && clock[first] < shown) {
            first++;
        }
        return first;
    }

    private static long shown(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) / 60;
    }

    private int minute(Instant time) {
        return (int) (time.getEpochSecond() / 60 - begin);
    }

    private Instant instant(int minute) {
        return Instant.ofEpochSecond((begin + minute) * 60);
    }
}
