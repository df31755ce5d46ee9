package org.matterledger.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Lag;

/** Times as people say them, in a zone. */
public final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.UK);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final int DAYS_CALLED_BY_NAME = 6;

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** With the time of it that was stated, where one was: {@code Fri 13 Feb 2026, 15:00}. */
    public static String day(LocalDate date, @Nullable LocalTime time) {
        return time == null ? day(date) : MOMENT.format(date.atTime(time));
    }

    /** As one says it now: {@code today 18:00}, {@code Tuesday 10:00} within the days around, else the whole date. */
    public String said(Instant instant, Instant now) {
        var days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), instant.atZone(zone).toLocalDate());
        if (days == 0) {
            return "today " + HOUR.format(instant.atZone(zone));
        }
        if (days == 1) {
            return "tomorrow " + HOUR.format(instant.atZone(zone));
        }
        if (days == -1) {
            return "yesterday " + HOUR.format(instant.atZone(zone));
        }
        return Math.abs(days) <= DAYS_CALLED_BY_NAME ? WEEKDAY.format(instant.atZone(zone)) : moment(instant);
    }

    /** The same within a sentence about what happened: {@code on Tuesday 10:00}. */
    public String when(Instant instant, Instant now) {
        var said = said(instant, now);
        return said.startsWith("to") || said.startsWith("yesterday") ? said : "on " + said;
    }

    /** Whether the firm knew of it noticeably later than it happened. */
    public static boolean late(Instant occurred, Instant noted) {
        return noted.isAfter(occurred.plus(LATE));
    }

    /** {@code 3 hours}, {@code 2 days}: the largest unit that holds. */
    public static String between(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.toDays() > 0) {
            return counted(span.toDays(), "day");
        }
        return span.toHours() > 0 ? counted(span.toHours(), "hour") : counted(Math.max(1, span.toMinutes()), "minute");
    }

    /** {@code 2 h 15 min}: hours and minutes, and days beside them where the hours are many. */
    public static String exactly(Duration span) {
        var days = span.toDays();
        var hours = span.toHoursPart();
        var minutes = span.toMinutesPart();
        var parts = (days > 0 ? counted(days, "day") + " " : "")
                + (hours > 0 ? hours + " h " : "")
                + (minutes > 0 ? minutes + " min" : "");
        return parts.isBlank() ? "less than a minute" : parts.strip();
    }

    /** By the clock first, since that is what the client feels: {@code 17 h 15 min (2 h 15 min of working time)}. */
    public static String lag(Lag lag) {
        var business = lag.business();
        return exactly(lag.calendar()) + " (" + (business.isZero() ? "no" : workingTime(business)) + " working time)";
    }

    /** {@code 11 days (8 working days)}; shorter than a day, in hours and minutes. Where every day is one, they are said once. */
    public static String span(Hours hours, Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(Duration.ofDays(1)) < 0) {
            return lag(hours.between(from, to));
        }
        var working = hours.workingDays(from, to);
        return working >= Duration.between(from, to).toDays()
                ? between(from, to)
                : between(from, to) + " (" + counted(working, "working day") + ")";
    }

    private static String workingTime(Duration business) {
        var hours = business.toHours();
        var minutes = business.toMinutesPart();
        return ((hours > 0 ? hours + " h " : "") + (minutes > 0 || hours == 0 ? minutes + " min " : "")).strip()
                + " of";
    }

    public static String counted(long count, String unit) {
        return count + " " + (count == 1 ? unit : Objects.requireNonNull(unit) + "s");
    }
}
