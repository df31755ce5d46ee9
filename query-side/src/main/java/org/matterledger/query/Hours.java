package org.matterledger.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.matterledger.values.Lag;
import org.matterledger.values.RememberedHours;
import org.matterledger.values.WorkCalendar;

/** One version of a calendar, as readers reckon with it. Versions never change, so that what was reckoned is kept. */
public final class Hours {

    private final String name;
    private final int version;
    private final WorkCalendar calendar;
    private final RememberedHours remembered;

    /** @param name what the firm calls the calendar */
    Hours(String name, int version, WorkCalendar calendar) {
        this.name = name;
        this.version = version;
        this.calendar = calendar;
        this.remembered = new RememberedHours(calendar);
    }

    /** What the firm calls the calendar. */
    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    public ZoneId zone() {
        return calendar.zone();
    }

    /** How much time lies between, by the clock and by these hours; none where {@code to} is not later. */
    public Lag between(Instant from, Instant to) {
        return new Lag(remembered.elapsed(from, to), from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO);
    }

    /** How many open dates begin after the date of one instant, up to that of another. */
    public long workingDays(Instant from, Instant to) {
        return remembered.openDates(calendar.localDate(from), calendar.localDate(to.isBefore(from) ? from : to));
    }
}
