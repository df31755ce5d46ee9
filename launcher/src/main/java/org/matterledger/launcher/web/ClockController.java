package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.matterledger.command.Caller;
import org.matterledger.launcher.chores.Chores;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.query.Positions;
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

    /** Rounds at one instant: what the clock brought about may bring about more, and settles long before this. */
    private static final int ROUNDS = 20;

    private final SimulatedClock clock;
    private final Chores chores;
    private final Positions positions;

    ClockController(SimulatedClock clock, Chores chores, Positions positions) {
        this.clock = clock;
        this.chores = chores;
        this.positions = positions;
    }

    record Move(
            @Schema(description = "Where the clock shall stand; not earlier than it stands.")
            Instant now) {}

    /** Where it stands. */
    record Stand(Instant now) {}

    @GetMapping(path = PATH, produces = "application/json")
    ResponseEntity<Stand> look() {
        return ResponseEntity.ok(new Stand(clock.now()));
    }

    /**
     * On its way it halts wherever something falls due, so that this is known when it would have been. The answer leaves
     * once what the clock brought about is recorded; its position says where that ends.
     */
    @PostMapping(path = PATH, consumes = "application/json", produces = "application/json")
    ResponseEntity<Stand> move(Caller caller, @RequestBody Move body) {
        caller.needing(StaffRole.ADMINISTRATOR);
        var from = clock.now();
        if (body.now().isBefore(from)) {
            throw new Malformed(List.of(new Fault("/now", "is earlier than the ledger's time, " + from)));
        }
        settled();
        for (var next = chores.next(from, body.now()); next.isPresent(); next = chores.next(clock.now(), body.now())) {
            clock.moveTo(next.get());
            settled();
        }
        clock.moveTo(body.now());
        return ResponseEntity.ok()
                .header("Ledger-Position", Long.toString(settled()))
                .body(new Stand(clock.now()));
    }

    private long settled() {
        var head = positions.head();
        for (var round = 0; round < ROUNDS; round++) {
            awaitSeen(head);
            chores.roundOfEach();
            var grown = positions.head();
            if (grown == head) {
                return head;
            }
            head = grown;
        }
        return head;
    }

    /** A busy machine may need more than a reader's patience. */
    private void awaitSeen(long head) {
        try {
            positions.awaitTold(head);
        } catch (Positions.NotYetVisible late) {
            positions.awaitTold(head);
        }
    }
}
