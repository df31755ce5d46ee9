package org.matterledger.query.obligations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.matterledger.query.DutyResult;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the firm owes, and what became of it, for other programs. */
@RestController
@Tag(name = "Obligations")
class ObligationController {

    private final ObligationView view;

    ObligationController(ObligationView view) {
        this.view = view;
    }

    /** A duty with all that was ever said about it. */
    record Story(
            @JsonUnwrapped Obligation obligation,

            @Schema(description = "Who held it, one after the other, and for how long.")
            List<Held> held,

            List<Verdict> verdicts) {}

    @Operation(
            summary = "What is owed in a matter, and what was",
            description = "Open duties first, by the time at which they were first due; then the ended ones, the newest"
                    + " first. Each as it stands when its page is read.")
    @GetMapping(path = "/matters/{matter}/obligations", produces = "application/json")
    ResponseEntity<Page<Obligation>> ofMatter(@PathVariable MatterId matter, PageAsked asked) {
        return Optional.of(matter)
                .filter(view::hasMatter)
                .map(known -> view.ofMatter(known, asked.after(), asked.limit() + 1))
                .map(rows -> asked.answer(rows, Obligation::keyInMatter))
                .orElseThrow(Unknown::new);
    }

    @Operation(
            summary = "The firm's duties",
            description = "In the order in which they were armed: of one holder, in one state, of one kind, or all.")
    @GetMapping(path = "/obligations", produces = "application/json")
    ResponseEntity<Page<Obligation>> obligations(
            @RequestParam Optional<StaffId> holder,
            @RequestParam Optional<DutyResult> state,
            @RequestParam Optional<ObligationKind> kind,
            PageAsked asked) {
        var rows = view.page(
                holder.orElse(null), state.orElse(null), kind.orElse(null), asked.afterNumber(), asked.limit() + 1);
        return asked.answer(rows, Obligation::key);
    }

    @Operation(summary = "One duty, with everything that was said about it")
    @GetMapping(path = "/obligations/{obligation}", produces = "application/json")
    ResponseEntity<Story> obligation(@PathVariable ObligationId obligation) {
        var found = view.obligation(obligation).orElseThrow(Unknown::new);
        return Found.at(found.version(), new Story(found, view.held(found), view.verdicts(obligation)));
    }
}
