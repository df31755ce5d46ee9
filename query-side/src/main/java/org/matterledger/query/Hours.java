package org.matterledger.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.matterledger.values.Lag;
import org.matterledger.values.WorkCalendar;

/**
 * One version of a calendar, as readers reckon with it.
 *
 * @param name what the firm calls the calendar
 */
public record Hours(String name, int version, WorkCalendar calendar) {

    public ZoneId zone() {
        return calendar.zone();
    }

    /** How much time lies between, by the clock and by these hours; none where {@code to} is not later. */
    public Lag between(Instant from, Instant to) {
        return new Lag(calendar.elapsed(from, to), from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO);
    }

    /** How many open dates begin after the date of one instant, up to that of another. */
    public long workingDays(Instant from, Instant to) {
        return calendar.localDate(from)
                .plusDays(1)
                .datesUntil(calendar.localDate(to.isBefore(from) ? from : to).plusDays(1))
                .filter(calendar::isOpen)
                .count();
    }
}
