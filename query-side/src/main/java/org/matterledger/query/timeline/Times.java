package org.matterledger.query.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Times as people say them, in the zone of the matter's calendar. */
final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final Duration LATE = Duration.ofMinutes(5);

    private final ZoneId zone;

    Times(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Whether the firm knew of it noticeably later than it happened. */
    static boolean late(Instant occurred, Instant noted) {
        return noted.isAfter(occurred.plus(LATE));
    }

    /** {@code 3 hours}, {@code 2 days}: the largest unit that holds. */
    static String between(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.toDays() > 0) {
            return counted(span.toDays(), "day");
        }
        return span.toHours() > 0 ? counted(span.toHours(), "hour") : counted(Math.max(1, span.toMinutes()), "minute");
    }

    static String counted(long count, String unit) {
        return count + " " + (count == 1 ? unit : Objects.requireNonNull(unit) + "s");
    }
}
