package org.matterledger.launcher.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a field of a form holds; nothing where it holds nothing, or nothing of that form. */
final class Typed {

    private Typed() {}

    static @Nullable LocalDate date(String text) {
        return parsed(text, LocalDate::parse);
    }

    static @Nullable LocalDateTime dateTime(String text) {
        return parsed(text, LocalDateTime::parse);
    }

    static <T> @Nullable T id(String text, Function<String, T> type) {
        return parsed(text, type);
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> type) {
        try {
            return text.isEmpty() ? null : type.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
    }
}
