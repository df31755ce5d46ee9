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
record TimeLine(WorkCalendar calendar) {

    /** A stretch of open time; never empty. */
    record Span(Instant opens, Instant closes) {

        boolean touches(Span next) {
            return !next.opens.isAfter(closes);
        }

        Span and(Span next) {
            return next.closes.isAfter(closes) ? new Span(opens, next.closes) : this;
        }
    }

    /** The date whose span of the time line holds this time; a clock set back over midnight returns to no past date. */
    LocalDate date(Instant time) {
        var local = calendar.localDate(time);
        var next = local.plusDays(1);
        return time.isBefore(begin(next)) ? local : next;
    }

    private Instant begin(LocalDate date) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }

    /** A date's open time, in its order and apart; none for a closed date. */
    List<Span> spans(LocalDate date) {
        var hours = hours(date);
        if (hours.isEmpty()) {
            return List.of();
        }
        var begin = begin(date);
        var midnight = begin(date.plusDays(1));
        var ordinary = begin.plus(Duration.ofDays(1)).equals(midnight) && endsOnce(date);
        var spans = new ArrayList<Span>(hours.size());
        for (var interval : hours) {
            var span = ordinary ? span(begin, interval, midnight) : span(date, interval, midnight);
            if (span.opens().isBefore(span.closes())) {
                spans.add(span);
            }
        }
        return spans.size() < 2 ? spans : apart(spans);
    }

    /** A clock set back just after midnight shows the date's last hour again, though the date had 24 of them before. */
    private boolean endsOnce(LocalDate date) {
        var midnight = date.plusDays(1).atStartOfDay();
        return calendar.zone().getRules().getValidOffsets(midnight).size() == 1;
    }

    private List<OpenInterval> hours(LocalDate date) {
        if (calendar.alwaysOpen()) {
            return OpenInterval.WHOLE_DAY;
        }
        var exception = calendar.exceptions().get(date);
        return exception == null ? calendar.week().getOrDefault(date.getDayOfWeek(), List.of()) : exception;
    }

    /** On a date of 24 hours that ends once no clock changes. */
    private static Span span(Instant begin, OpenInterval interval, Instant midnight) {
        return new Span(
                begin.plusNanos(interval.opens().toNanoOfDay()),
                interval.closes().equals(LocalTime.MIDNIGHT)
                        ? midnight
                        : begin.plusNanos(interval.closes().toNanoOfDay()));
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
        return interval.closes().equals(LocalTime.MIDNIGHT) ? midnight : later(date, interval.closes());
    }

    /** When a local time of a date comes, for the last time before the date ends. */
    Instant timeOf(LocalDate date, LocalTime time) {
        var later = later(date, time);
        var midnight = begin(date.plusDays(1));
        return later.isBefore(midnight) ? later : midnight;
    }

    private Instant later(LocalDate date, LocalTime time) {
        return date.atTime(time)
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
}
