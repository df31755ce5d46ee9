package org.matterledger.query.compliancereplay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matterledger.query.Present;
import org.matterledger.query.rest.Malformed;
import org.matterledger.values.MatterId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Any matter at any instant, for other programs. */
@RestController
@Tag(name = "Replay")
class ReplayController {

    /** How far another clock may run ahead of the ledger's. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final ReplayView view;
    private final Present present;

    ReplayController(ReplayView view, Present present) {
        this.view = view;
        this.present = present;
    }

    /**
     * In what a matter, at one instant, is known otherwise now than it was then.
     *
     * @param differences late entries, corrections, and what was judged otherwise for them; none where nothing was
     */
    record Told(MatterId matter, Instant at, List<Difference> differences) {}

    @Operation(
            summary = "A matter at an instant",
            description =
                    "Terms, contacts and duties as they stood: as known then, by what was noted up to that instant;"
                            + " or as known now, by all that is noted, each taking effect when it happened. Without an instant, at present;"
                            + " an instant in the future is refused.")
    @GetMapping(path = "/matters/{matter}/as-of", produces = "application/json")
    MatterAsOf asOf(
            @PathVariable MatterId matter,
            @Parameter(example = "2026-03-18T10:00:00Z") @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME)
                    Optional<OffsetDateTime> at,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"then", "now"},
                                            defaultValue = "now"))
                    @RequestParam
                    Optional<Known> known) {
        return view.of(matter).at(passed(at), known.orElse(Known.NOW));
    }

    @Operation(
            summary = "What is known otherwise now of a matter at an instant than was then",
            description = "Exactly the late entries, the corrections, and what was reassessed for them, in words.")
    @GetMapping(path = "/matters/{matter}/as-of/difference", produces = "application/json")
    Told difference(
            @PathVariable MatterId matter,
            @Parameter(example = "2026-03-18T10:00:00Z") @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME)
                    Optional<OffsetDateTime> at) {
        var replay = view.of(matter);
        var instant = passed(at);
        return new Told(matter, instant, replay.between(replay.at(instant, Known.THEN), replay.at(instant, Known.NOW)));
    }

    /** What nobody can know yet is not told: the present would be shown as what is to come. */
    private Instant passed(Optional<OffsetDateTime> at) {
        var now = present.now();
        var instant = at.map(OffsetDateTime::toInstant).orElse(now);
        if (instant.isAfter(now.plus(TOLERATED))) {
            throw new Malformed(Map.of("at", "lies in the future; the ledger's clock shows " + now));
        }
        return instant;
    }
}
