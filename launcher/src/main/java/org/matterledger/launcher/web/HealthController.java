package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ledger does its work: a word for whoever watches the machine, the details for who is signed in. */
@RestController
@Tag(name = "Running")
class HealthController {

    private final Wellbeing ledger;

    HealthController(Wellbeing ledger) {
        this.ledger = ledger;
    }

    /** 200 and {@code well}, or 503 and {@code unwell}: open to anybody, and says no more. */
    @Hidden
    @GetMapping(path = "/health", produces = "application/json")
    ResponseEntity<Map<String, String>> health() {
        return ledger.look().well()
                ? ResponseEntity.ok(Map.of("status", "well"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "unwell"));
    }

    @Operation(
            summary = "How the ledger runs",
            description =
                    "How far each view has come, how many events wait because a view could not take them in, which"
                            + " processors and chores of this node stand still, and how many notices reach nobody.")
    @GetMapping(path = "/running", produces = "application/json")
    ResponseEntity<Wellbeing.Running> running() {
        return ResponseEntity.ok(ledger.look());
    }
}
