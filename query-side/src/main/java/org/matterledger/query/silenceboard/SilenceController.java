package org.matterledger.query.silenceboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who waits in silence, for other programs. */
@RestController
@Tag(name = "Silence")
class SilenceController {

    private final SilenceView view;

    SilenceController(SilenceView view) {
        this.view = view;
    }

    @Operation(
            summary = "Who waits for us in silence",
            description =
                    "Open matters by the time left until their silence limit, those beyond it first; then those of"
                            + " which no silence is measured. Every length in open time of the matter's calendar and by the clock.")
    @GetMapping(path = "/silence", produces = "application/json")
    ResponseEntity<Page<Silence>> silence(
            @RequestParam Optional<StaffId> responsible,
            @RequestParam Optional<StaffId> partner,
            @Parameter(description = "Matters whose responsible works in this team.", example = "Litigation")
                    @RequestParam
                    Optional<String> team,
            PageAsked asked) {
        var selection = new Selection(responsible.orElse(null), partner.orElse(null), team.orElse(null));
        return asked.answer(view.page(selection, asked.after(), asked.limit() + 1), Silence::key);
    }
}
