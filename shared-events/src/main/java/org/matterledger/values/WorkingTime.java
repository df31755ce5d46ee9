package org.matterledger.values;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.matterledger.values.TimeLine.Span;

/** What a work calendar is asked, answered by walking its dates along the time line. */
record WorkingTime(WorkCalendar calendar, TimeLine line) {

    private static final int CLOSED_DATES_AT_MOST = 3660;

    WorkingTime(WorkCalendar calendar) {
        this(calendar, new TimeLine(calendar));
    }

    /** A local date with its open time, which is some. */
    private record OpenDate(LocalDate date, List<Span> spans) {

        Instant opens() {
            return spans.getFirst().opens();
        }

        Instant closes() {
            return spans.getLast().closes();
        }
    }

    boolean isOpen(Instant time) {
        return line.spans(line.date(time)).stream()
                .anyMatch(span -> !time.isBefore(span.opens()) && time.isBefore(span.closes()));
    }

    boolean isOpen(LocalDate date) {
        return !line.spans(date).isEmpty();
    }

    Duration elapsed(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (calendar.alwaysOpen()) {
            return Duration.between(from, to);
        }
        var open = Duration.ZERO;
        var last = line.date(to);
        for (var date = line.date(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (var span : line.spans(date)) {
                var begin = later(span.opens(), from);
                var end = span.closes().isBefore(to) ? span.closes() : to;
                open = begin.isBefore(end) ? open.plus(Duration.between(begin, end)) : open;
            }
        }
        return open;
    }

    Instant add(Instant from, Duration openTime) {
        if (openTime.isNegative()) {
            throw new IllegalArgumentException("Open time is added, never taken away, not " + openTime);
        }
        if (calendar.alwaysOpen() || openTime.isZero()) {
            return from.plus(openTime);
        }
        var left = openTime;
        for (var day = openDay(line.date(from), 1); ; day = openDay(day.date.plusDays(1), 1)) {
            for (var span : day.spans) {
                var begin = later(span.opens(), from);
                var end = begin.plus(left);
                if (!end.isAfter(span.closes())) {
                    return end;
                }
                left = begin.isBefore(span.closes()) ? left.minus(Duration.between(begin, span.closes())) : left;
            }
        }
    }

    Instant nextOpen(Instant time) {
        for (var day = openDay(line.date(time), 1); ; day = openDay(day.date.plusDays(1), 1)) {
            for (var span : day.spans) {
                if (time.isBefore(span.closes())) {
                    return later(span.opens(), time);
                }
            }
        }
    }

    Instant endOfWorkingDay(Instant time) {
        var day = openDay(line.date(time), 1);
        return time.isBefore(day.closes())
                ? day.closes()
                : openDay(day.date.plusDays(1), 1).closes();
    }

    Instant openOf(LocalDate date) {
        return openDay(date).opens();
    }

    Instant closeOf(LocalDate date) {
        return openDay(date).closes();
    }

    LocalDate nthOpenDate(LocalDate date, int n, int step) {
        if (n < 0) {
            throw new IllegalArgumentException("Working days count from 0, not " + n);
        }
        var found = date;
        for (var i = 0; i < n; i++) {
            found = openDate(found.plusDays(step), step);
        }
        return found;
    }

    /** The nearest open date from this one on. */
    LocalDate openDate(LocalDate from, int step) {
        return openDay(from, step).date;
    }

    private OpenDate openDay(LocalDate from, int step) {
        var date = from;
        for (var closed = 0; closed < CLOSED_DATES_AT_MOST; closed++) {
            var spans = line.spans(date);
            if (!spans.isEmpty()) {
                return new OpenDate(date, spans);
            }
            date = date.plusDays(step);
        }
        throw new CalendarNeverOpens(calendar, from);
    }

    private OpenDate openDay(LocalDate date) {
        var spans = line.spans(date);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("The calendar in " + calendar.zone() + " is closed on " + date);
        }
        return new OpenDate(date, spans);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
