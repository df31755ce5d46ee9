package org.matterledger.query.timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.query.timeline.TimelineView.Place;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a matter, for other programs. */
@RestController
@Tag(name = "Matters")
class TimelineController {

    private final TimelineView view;

    TimelineController(TimelineView view) {
        this.view = view;
    }

    @Operation(
            summary = "What happened in a matter",
            description = "In the order in which it happened. A walk over the pages shows the matter as it was when the"
                    + " walk began, whatever is recorded meanwhile.")
    @GetMapping(path = "/matters/{matter}/timeline", produces = "application/json")
    ResponseEntity<Page<TimelineEntry>> timeline(@PathVariable MatterId matter, PageAsked asked) {
        var last = view.last(matter).orElseThrow(Unknown::new);
        var after = asked.after().map(Place::of).orElseGet(() -> Place.start(last));
        return asked.answer(
                view.page(matter, after, asked.limit() + 1),
                entry -> Place.after(entry, after.bound()).key());
    }

    @Operation(summary = "One message or update of a matter")
    @GetMapping(path = "/matters/{matter}/timeline/{entry}", produces = "application/json")
    ResponseEntity<TimelineEntry> entry(@PathVariable MatterId matter, @PathVariable EntryId entry) {
        var found = view.entry(matter, entry).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }
}
