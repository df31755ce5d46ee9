package org.matterledger.values;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A work calendar laid on the time line, date by date. The spans of a date lie within it, in their order and apart, and
 * dates follow one another, so that all open time is met once by walking the dates; a walk costs the same for each date.
 */
record WorkingTime(WorkCalendar calendar) {

    private static final int CLOSED_DATES_AT_MOST = 3660;

    /** A stretch of open time; never empty. */
    private record Span(Instant opens, Instant closes) {

        boolean touches(Span next) {
            return !next.opens.isAfter(closes);
        }

        Span and(Span next) {
            return next.closes.isAfter(closes) ? new Span(opens, next.closes) : this;
        }
    }

    boolean isOpen(Instant time) {
        return spans(date(time)).stream().anyMatch(span -> !time.isBefore(span.opens) && time.isBefore(span.closes));
    }

    boolean isOpen(LocalDate date) {
        return !spans(date).isEmpty();
    }

    Duration elapsed(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (calendar.alwaysOpen()) {
            return Duration.between(from, to);
        }
        var open = Duration.ZERO;
        var last = date(to);
        for (var date = date(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (var span : spans(date)) {
                var begin = later(span.opens, from);
                var end = span.closes.isBefore(to) ? span.closes : to;
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
        for (var date = openDate(date(from), 1); ; date = openDate(date.plusDays(1), 1)) {
            for (var span : spans(date)) {
                var begin = later(span.opens, from);
                var end = begin.plus(left);
                if (!end.isAfter(span.closes)) {
                    return end;
                }
                left = begin.isBefore(span.closes) ? left.minus(Duration.between(begin, span.closes)) : left;
            }
        }
    }

    Instant nextOpen(Instant time) {
        for (var date = openDate(date(time), 1); ; date = openDate(date.plusDays(1), 1)) {
            for (var span : spans(date)) {
                if (time.isBefore(span.closes)) {
                    return later(span.opens, time);
                }
            }
        }
    }

    Instant endOfWorkingDay(Instant time) {
        var date = openDate(date(time), 1);
        var close = closeOf(date);
        return time.isBefore(close) ? close : closeOf(openDate(date.plusDays(1), 1));
    }

    Instant openOf(LocalDate date) {
        return spansOfOpen(date).getFirst().opens;
    }

    Instant closeOf(LocalDate date) {
        return spansOfOpen(date).getLast().closes;
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
        var date = from;
        for (var closed = 0; closed < CLOSED_DATES_AT_MOST; closed++) {
            if (isOpen(date)) {
                return date;
            }
            date = date.plusDays(step);
        }
        throw new CalendarNeverOpens(calendar, from);
    }

    /** The date whose span of the time line holds this time; a clock set back over midnight returns to no past date. */
    private LocalDate date(Instant time) {
        var local = calendar.localDate(time);
        var next = local.plusDays(1);
        return time.isBefore(begin(next)) ? local : next;
    }

    private Instant begin(LocalDate date) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }

    private List<Span> spansOfOpen(LocalDate date) {
        var spans = spans(date);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("The calendar in " + calendar.zone() + " is closed on " + date);
        }
        return spans;
    }

    private List<Span> spans(LocalDate date) {
        var hours = hours(date);
        if (hours.isEmpty()) {
            return List.of();
        }
        var midnight = begin(date.plusDays(1));
        if (!begin(date).isBefore(midnight)) {
            return List.of();
        }
        var spans = new ArrayList<Span>(hours.size());
        for (var interval : hours) {
            var span = span(date, interval, midnight);
            if (span.opens.isBefore(span.closes)) {
                spans.add(span);
            }
        }
        return spans.size() < 2 ? spans : apart(spans);
    }

    private List<OpenInterval> hours(LocalDate date) {
        if (calendar.alwaysOpen()) {
            return OpenInterval.WHOLE_DAY;
        }
        var exception = calendar.exceptions().get(date);
        return exception == null ? calendar.week().getOrDefault(date.getDayOfWeek(), List.of()) : exception;
    }

    private Span span(LocalDate date, OpenInterval interval, Instant midnight) {
        var opens = date.atTime(interval.opens()).atZone(calendar.zone()).toInstant();
        var closes = closing(date, interval, midnight);
        if (!opens.isBefore(closes)) {
            closes = opens.plus(interval.length());
        }
        return new Span(opens, closes.isBefore(midnight) ? closes : midnight);
    }

    private Instant closing(LocalDate date, OpenInterval interval, Instant midnight) {
        return interval.closes().equals(LocalTime.MIDNIGHT)
                ? midnight
                : date.atTime(interval.closes())
                        .atZone(calendar.zone())
                        .withLaterOffsetAtOverlap()
                        .toInstant();
    }

    /** What a change of the clocks pushed together is one span; so is what was published so. */
    private static List<Span> apart(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::opens));
        var apart = new ArrayList<Span>(spans.size());
        for (var span : spans) {
            if (!apart.isEmpty() && apart.getLast().touches(span)) {
                apart.add(apart.removeLast().and(span));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
