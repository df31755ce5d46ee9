package org.matterledger.query.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the clock made somebody's business, for other programs. */
@RestController
@Tag(name = "Obligations")
class NoticeController {

    private final NoticeView view;

    NoticeController(NoticeView view) {
        this.view = view;
    }

    @Operation(
            summary = "What staff members are told",
            description =
                    "Warnings, breaches and escalations, sent and unsent, in the order in which they came. One's own;"
                            + " partners, reviewers and integrations see everybody's, or those of one.")
    @GetMapping(path = "/notices", produces = "application/json")
    ResponseEntity<Page<Notice>> notices(@RequestParam Optional<StaffId> staff, Reader reader, PageAsked asked) {
        var whose = Whose.notices(reader, staff);
        return asked.answer(view.page(whose, asked.afterNumber(), asked.limit() + 1), Notice::key);
    }
}
