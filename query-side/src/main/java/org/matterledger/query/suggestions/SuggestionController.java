package org.matterledger.query.suggestions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.NotShown;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions, for other programs. */
@RestController
@Tag(name = "Entries")
class SuggestionController {

    private final SuggestionView view;

    SuggestionController(SuggestionView view) {
        this.view = view;
    }

    @Operation(
            summary = "Messages that look as if they need no answer",
            description = "Clients' messages that wait for an answer and seem to say no more than thanks, the next due"
                    + " first; confirmed by POST /answer-waivers. One's own; partners, reviewers and integrations see"
                    + " everybody's, or those of one.")
    @GetMapping(path = "/suggestions/no-answer", produces = "application/json")
    ResponseEntity<Page<SuggestedWaiver>> suggested(
            @RequestParam Optional<StaffId> staff, Reader reader, PageAsked asked) {
        return asked.answer(view.page(whose(reader, staff), asked.after(), asked.limit() + 1), SuggestedWaiver::key);
    }

    /** @throws NotShown when somebody asks for others' who sees only the own ones */
    static @Nullable StaffId whose(Reader reader, Optional<StaffId> asked) {
        if (reader.seesEverybody()) {
            return asked.orElse(null);
        }
        if (asked.isPresent() && !asked.get().equals(reader.staff())) {
            throw new NotShown("Only partners and reviewers look at what others have to answer.");
        }
        return reader.staff();
    }
}
