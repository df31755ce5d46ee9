package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.matterledger.command.Caller;
import org.matterledger.launcher.store.Views;
import org.matterledger.values.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Fills a view again from the first event, for an administrator who doubts its rows. */
@RestController
@Tag(name = "Running")
class RebuildController {

    private final Views views;

    RebuildController(Views views) {
        this.views = views;
    }

    record RebuildRequest() {}

    /** What has begun. */
    record Rebuild(@Schema(example = "timeline") String view) {}

    @Operation(
            summary = "Fill a view again from the first event",
            description = "Empties the view and takes in the whole record again; `/running` says how far it has come."
                    + " Until then the view lacks what it has not taken in again, and whoever asks for a position is told"
                    + " so. Nothing is recorded; asked for again, it begins again. For administrators.")
    @ApiResponse(responseCode = "202", description = "The view is empty, and has begun.")
    @PostMapping(path = "/running/views/{view}/rebuild", consumes = "application/json", produces = "application/json")
    ResponseEntity<Rebuild> rebuild(Caller caller, @PathVariable String view, @RequestBody RebuildRequest body) {
        caller.needing(StaffRole.ADMINISTRATOR);
        views.rebuild(view);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/running"))
                .body(new Rebuild(view));
    }
}
