package org.matterledger.launcher.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a field of a form holds; nothing where it holds nothing, or nothing of that form, or too far away. */
final class Typed {

    private Typed() {}

    static @Nullable LocalDate date(String text) {
        var date = parsed(text, LocalDate::parse);
        return date != null && Scalars.kept(date) ? date : null;
    }

    static @Nullable LocalTime time(String text) {
        return parsed(text, said -> LocalTime.parse(said).truncatedTo(ChronoUnit.MINUTES));
    }

    /** @param zone in which the time is said */
    static @Nullable Instant instant(String text, ZoneId zone) {
        var instant =
                parsed(text, said -> LocalDateTime.parse(said).atZone(zone).toInstant());
        return instant != null && Scalars.kept(instant) ? instant : null;
    }

    static <T> @Nullable T id(String text, Function<String, T> type) {
        return parsed(text, type);
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> type) {
        try {
            return text.isEmpty() ? null : type.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
