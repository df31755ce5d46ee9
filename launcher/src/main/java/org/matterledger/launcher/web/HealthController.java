package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.matterledger.launcher.chores.Chores;
import org.matterledger.launcher.store.StoreHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ledger does its work: a word for whoever watches the machine, the details for who is signed in. */
@RestController
@Tag(name = "Running")
class HealthController {

    private final StoreHealth store;
    private final ObjectProvider<Chores> chores;

    /** @param chores none on a node that takes no commands */
    HealthController(StoreHealth store, ObjectProvider<Chores> chores) {
        this.store = store;
        this.chores = chores;
    }

    /** What the store says; a chore that fails stands still as a processor does. */
    private StoreHealth.Report look() {
        var report = store.look();
        var failing =
                chores.stream().flatMap(of -> of.failing().entrySet().stream()).toList();
        if (failing.isEmpty()) {
            return report;
        }
        var stopped = new TreeMap<>(report.stopped());
        failing.forEach(chore -> stopped.put(chore.getKey(), chore.getValue()));
        return new StoreHealth.Report(false, report.views(), report.waiting(), stopped);
    }

    /** 200 and {@code well}, or 503 and {@code unwell}: open to anybody, and says no more. */
    @Hidden
    @GetMapping(path = "/health", produces = "application/json")
    ResponseEntity<Map<String, String>> health() {
        return look().well()
                ? ResponseEntity.ok(Map.of("status", "well"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "unwell"));
    }

    @Operation(
            summary = "How the ledger runs",
            description = "How far each view has come, how many events wait because a view could not take them in, and"
                    + " which processors and chores of this node stand still.")
    @GetMapping(path = "/running", produces = "application/json")
    ResponseEntity<StoreHealth.Report> running() {
        return ResponseEntity.ok(look());
    }
}
