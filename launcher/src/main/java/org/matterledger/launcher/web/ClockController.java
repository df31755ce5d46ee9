package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.matterledger.command.Caller;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.values.StaffRole;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clock of a ledger that was started on a simulated one; on any other there is nothing at this address. */
@RestController
@ConditionalOnBean(SimulatedClock.class)
@Hidden
class ClockController {

    private static final String PATH = "/running/clock";

    private final PassingTime time;

    ClockController(PassingTime time) {
        this.time = time;
    }

    record Move(
            @Schema(description = "Where the clock shall stand; not earlier than it stands.")
            Instant now) {}

    /** Where it stands. */
    record Stand(Instant now) {}

    @GetMapping(path = PATH, produces = "application/json")
    ResponseEntity<Stand> look() {
        return ResponseEntity.ok(new Stand(time.now()));
    }

    /** The answer leaves once what the clock brought about is recorded; its position says where that ends. */
    @PostMapping(path = PATH, consumes = "application/json", produces = "application/json")
    ResponseEntity<Stand> move(Caller caller, @RequestBody Move body) {
        caller.needing(StaffRole.ADMINISTRATOR);
        var position = time.moveTo(body.now());
        return ResponseEntity.ok()
                .header("Ledger-Position", Long.toString(position))
                .body(new Stand(time.now()));
    }
}
