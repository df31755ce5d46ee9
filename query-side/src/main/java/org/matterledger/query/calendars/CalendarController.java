package org.matterledger.query.calendars;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.CalendarId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The firm's work calendars, for other programs. */
@RestController("readCalendars")
@Tag(name = "Calendars")
class CalendarController {

    private final CalendarView view;

    CalendarController(CalendarView view) {
        this.view = view;
    }

    @Operation(
            summary = "The firm's calendars",
            description = "Each as its newest version says, in the order of making.")
    @GetMapping(path = "/calendars", produces = "application/json")
    ResponseEntity<Page<CalendarVersion>> calendars(PageAsked asked) {
        return asked.answer(view.page(asked.afterNumber(), asked.limit() + 1), CalendarVersion::key);
    }

    @Operation(summary = "A calendar as its newest version says")
    @GetMapping(path = "/calendars/{calendar}", produces = "application/json")
    ResponseEntity<CalendarVersion> calendar(@PathVariable CalendarId calendar) {
        var found = view.newest(calendar).orElseThrow(Unknown::new);
        return Found.at(found.version() - 1L, found);
    }

    @Operation(summary = "A calendar's versions", description = "From the first to the newest.")
    @GetMapping(path = "/calendars/{calendar}/versions", produces = "application/json")
    ResponseEntity<Page<CalendarVersion>> versions(@PathVariable CalendarId calendar, PageAsked asked) {
        return view.newest(calendar)
                .map(known -> view.versions(calendar, asked.afterNumber(), asked.limit() + 1))
                .map(versions -> asked.answer(versions, CalendarVersion::versionKey))
                .orElseThrow(Unknown::new);
    }

    @Operation(summary = "One version of a calendar")
    @GetMapping(path = "/calendars/{calendar}/versions/{version}", produces = "application/json")
    ResponseEntity<CalendarVersion> version(@PathVariable CalendarId calendar, @PathVariable int version) {
        return ResponseEntity.ok(view.version(calendar, version).orElseThrow(Unknown::new));
    }
}
