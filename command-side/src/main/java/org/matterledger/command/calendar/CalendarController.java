package org.matterledger.command.calendar;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendar;
import org.matterledger.command.calendar.CalendarCommand.PublishNextVersion;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.CalendarId;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the hours in which the firm keeps its word. */
@RestController("writeCalendars")
@Tag(name = "Calendars")
class CalendarController {

    private static final String PATH = "/calendars/";

    private final CommandPort commands;

    CalendarController(CommandPort commands) {
        this.commands = commands;
    }

    record Hours(
            @Schema(description = "What the firm calls it.", example = "Warsaw office", minLength = 1, maxLength = 200)
            String name,

            @Schema(
                    description = "Region of the time zone, never an offset.",
                    example = "Europe/Warsaw",
                    type = "string",
                    maxLength = 60)
            ZoneId zone,

            @Schema(
                    description = "Open intervals by weekday, each in its order; a missing day is closed."
                            + " 00:00 closes at midnight.",
                    example = "{\"MONDAY\": [{\"opens\": \"09:00\", \"closes\": \"18:00\"}]}")
            @Nullable
            Map<DayOfWeek, List<OpenInterval>> week,

            @Schema(
                    description = "Open intervals of single dates, which hold instead of their weekday's;"
                            + " none closes the date. A next version names all that shall hold.",
                    example = "{\"2026-11-11\": [], \"2026-12-23\": [{\"opens\": \"09:00\", \"closes\": \"18:00\"}]}",
                    maxProperties = 1000)
            @Nullable
            Map<LocalDate, List<OpenInterval>> exceptions,

            @Schema(description = "For contracts around the clock: open at any time, without a week and exceptions.")
            @Nullable
            Boolean alwaysOpen) {

        WorkCalendar calendar() {
            return new WorkCalendar(
                    zone,
                    Objects.requireNonNullElse(week, Map.of()),
                    Objects.requireNonNullElse(exceptions, Map.of()),
                    Boolean.TRUE.equals(alwaysOpen));
        }
    }

    @Operation(summary = "Publish a calendar's first version", description = "For administrators and integrations.")
    @PostMapping(path = "/calendars", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> publish(Caller caller, @RequestBody Hours body) {
        var calendar = new CalendarId(caller.integrationOr(ADMINISTRATOR).derivedId("calendar"));
        var command = new PublishCalendar(calendar, body.name(), body.calendar());
        return Answer.to(commands.send(caller, command), PATH);
    }

    @Operation(
            summary = "Publish a calendar's next version",
            description = "For administrators and integrations. The same name and hours again are no new version.")
    @PostMapping(path = "/calendars/{calendar}/versions", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> revise(Caller caller, @PathVariable CalendarId calendar, @RequestBody Hours body) {
        var command = new PublishNextVersion(calendar, body.name(), body.calendar());
        var receipt = commands.send(caller.integrationOr(ADMINISTRATOR), command);
        return Answer.about(receipt, Long.toString(receipt.version() + 1), PATH + calendar + "/versions/");
    }
}
