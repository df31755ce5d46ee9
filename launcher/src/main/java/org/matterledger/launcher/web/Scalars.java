package org.matterledger.launcher.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that are written as one piece of text: times, ids, names of kinds. */
final class Scalars {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Map<Class<?>, Form> FORMS = Map.of(
            Instant.class, new Form("an instant in UTC from 1970 to 2199, like 2026-03-20T15:00:00Z", Scalars::instant),
            LocalDate.class, new Form("a date from 1970 to 2199, like 2026-03-20", Scalars::date),
            LocalTime.class, new Form("a time of day, like 09:00", LocalTime::parse),
            Duration.class, new Form("a positive ISO-8601 duration of at most 366 days, like PT4H", Scalars::duration),
            ZoneId.class, new Form("a time zone's region, like Europe/Warsaw", Scalars::zone));

    /** Whether a class is a record of one text that checks itself, as all ids and digests are. */
    private static final ClassValue<Boolean> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isRecord()
                    && type.getRecordComponents().length == 1
                    && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class)
                    && type.getRecordComponents()[0].getType() == String.class;
        }
    };

    private record Form(String description, Function<String, @Nullable Object> parse) {}

    private Scalars() {}

    static boolean written(Class<?> type) {
        return type.isEnum() || FORMS.containsKey(type) || identifier(type);
    }

    /** The value; nothing, and a fault, where the text is none. */
    static @Nullable Object parsed(String text, Class<?> type, String at, Faults faults) {
        if (type.isEnum()) {
            return constant(text, type, at, faults);
        }
        var form = FORMS.get(type);
        return form == null ? identifier(text, type, at, faults) : formed(text, form, at, faults);
    }

    private static @Nullable Object formed(String text, Form form, String at, Faults faults) {
        Object value;
        try {
            value = form.parse().apply(text);
        } catch (DateTimeException | ArithmeticException e) {
            value = null;
        }
        if (value == null) {
            faults.add(at, "must be " + form.description());
        }
        return value;
    }

    private static @Nullable Object constant(String text, Class<?> type, String at, Faults faults) {
        var constants = type.getEnumConstants();
        var found = Arrays.stream(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(
                    at,
                    "must be one of "
                            + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    private static @Nullable Object identifier(String text, Class<?> type, String at, Faults faults) {
        return Records.construct(type, new Object[] {text}, at, faults);
    }

    private static boolean identifier(Class<?> type) {
        return IDENTIFIERS.get(type);
    }

    private static @Nullable Object instant(String text) {
        if (!text.endsWith("Z")) {
            return null;
        }
        var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        return kept(instant) ? instant : null;
    }

    private static @Nullable Object date(String text) {
        var date = LocalDate.parse(text);
        return kept(date) ? date : null;
    }

    /** Whether the ledger keeps such an instant; one far away is a slip of the hand. */
    static boolean kept(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    /** The same of a day. */
    static boolean kept(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
    }

    private static @Nullable Object duration(String text) {
        var duration = Duration.parse(text);
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0 ? duration : null;
    }

    private static @Nullable Object zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
    }
}
