package org.matterledger.values;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matterledger.values.TimeLine.Span;

/**
 * A work calendar for those who ask it again and again: a page of a board asks for the open time of hundreds of stretches.
 * Tells what the calendar tells, at a cost that does not grow with the stretch: it keeps of each year that it met how much
 * open time lies before each date. A calendar never changes, so that nothing of this is ever forgotten.
 */
public final class RememberedHours {

    /** Outside of these the calendar is asked itself: nobody keeps what is asked for once. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2149;

    private final WorkCalendar calendar;
    private final TimeLine line;
    private final Map<Integer, YearOfHours> years = new ConcurrentHashMap<>();

    public RememberedHours(WorkCalendar calendar) {
        this.calendar = calendar;
        this.line = new TimeLine(calendar);
    }

    /** The open time within [from, to); none where {@code to} is not later. */
    public Duration elapsed(Instant from, Instant to) {
        if (calendar.alwaysOpen() || !from.isBefore(to)) {
            return calendar.elapsed(from, to);
        }
        var first = line.date(from);
        var last = line.date(to);
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            return calendar.elapsed(from, to);
        }
        return Duration.ofNanos(year(last).openBefore(last, to)
                - year(first).openBefore(first, from)
                + between(first, last).mapToLong(YearOfHours::open).sum());
    }

    /** How many open dates there are after the one, up to and with the other. */
    public long openDates(LocalDate after, LocalDate last) {
        if (after.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            return after.plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(calendar::isOpen)
                    .count();
        }
        return year(last).openDatesUpTo(last)
                - year(after).openDatesUpTo(after)
                + between(after, last).mapToLong(YearOfHours::openDates).sum();
    }

    /** The years from that of the one date up to the one before that of the other. */
    private Stream<YearOfHours> between(LocalDate first, LocalDate last) {
        return IntStream.range(first.getYear(), last.getYear()).mapToObj(this::year);
    }

    private YearOfHours year(LocalDate date) {
        return year(date.getYear());
    }

    private YearOfHours year(int year) {
        return years.computeIfAbsent(year, unmet -> new YearOfHours(line, Year.of(unmet)));
    }

    /** The dates of a year, each with the open time, and the number of open dates, that lie before it in the year. */
    private static final class YearOfHours {

        private final List<List<Span>> spans;
        private final long[] open;
        private final int[] dates;

        YearOfHours(TimeLine line, Year year) {
            spans = IntStream.rangeClosed(1, year.length())
                    .mapToObj(day -> line.spans(year.atDay(day)))
                    .toList();
            open = new long[spans.size() + 1];
            dates = new int[spans.size() + 1];
            for (var day = 0; day < spans.size(); day++) {
                open[day + 1] = open[day] + openBefore(spans.get(day), Instant.MAX);
                dates[day + 1] = dates[day] + (spans.get(day).isEmpty() ? 0 : 1);
            }
        }

        long open() {
            return open[spans.size()];
        }

        long openDates() {
            return dates[spans.size()];
        }

        long openDatesUpTo(LocalDate date) {
            return dates[date.getDayOfYear()];
        }

        /** The open time of the year before a time that lies on a date. */
        long openBefore(LocalDate date, Instant time) {
            var day = date.getDayOfYear() - 1;
            return open[day] + openBefore(spans.get(day), time);
        }

        private static long openBefore(List<Span> spans, Instant time) {
            var nanoseconds = 0L;
            for (var span : spans) {
                if (span.opens().isBefore(time)) {
                    var end = time.isBefore(span.closes()) ? time : span.closes();
                    nanoseconds += Duration.between(span.opens(), end).toNanos();
                }
            }
            return nanoseconds;
        }
    }
}
