package org.matterledger.launcher.mailimport;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.calendar.CalendarPort;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The firm's hours in a file: JSON in the form that {@code POST /calendars} takes. */
record HoursFile(
        String name,
        ZoneId zone,
        @Nullable Map<DayOfWeek, List<OpenInterval>> week,
        @Nullable Map<LocalDate, List<OpenInterval>> exceptions,
        @Nullable Boolean alwaysOpen) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Assumed where nobody names any. */
    static HoursFile usual(ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, List.of(new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0))));
            }
        }
        return new HoursFile("Monday to Friday, 09:00 to 18:00", zone, week, null, null);
    }

    /** @throws CannotRun for a file that holds no hours by which a promise can be reckoned; the message names the line */
    static HoursFile read(Path file) {
        try {
            var text = Files.readString(file);
            @Nullable
            HoursFile read = JSON.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text, HoursFile.class);
            if (read == null || read.name() == null || read.zone() == null) {
                throw new CannotRun(file + ": a calendar needs “name” and “zone”");
            }
            CalendarPort.breaks(read.calendar()).ifPresent(rule -> {
                throw new CannotRun(file + ": " + rule.text());
            });
            return read;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new CannotRun(
                    "%s%s: %s".formatted(file, at == null ? "" : ", line " + at.getLineNr(), firstLine(e)), e);
        } catch (CharacterCodingException e) {
            throw new CannotRun(file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new CannotRun("cannot read " + file, e);
        }
    }

    WorkCalendar calendar() {
        return new WorkCalendar(
                zone,
                Objects.requireNonNullElse(week, Map.of()),
                Objects.requireNonNullElse(exceptions, Map.of()),
                Boolean.TRUE.equals(alwaysOpen));
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("no calendar");
    }
}
