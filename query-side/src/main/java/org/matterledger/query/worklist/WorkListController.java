package org.matterledger.query.worklist;

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

/** My day, for other programs. */
@RestController
@Tag(name = "Obligations")
class WorkListController {

    private final WorkListView view;

    WorkListController(WorkListView view) {
        this.view = view;
    }

    @Operation(
            summary = "What a staff member has to do",
            description = "Every open duty that the staff member holds or acts for, the one most in danger of being"
                    + " forgotten first: overdue the longest, then due next. Of oneself; partners, reviewers and"
                    + " integrations may name somebody else.")
    @GetMapping(path = "/work-list", produces = "application/json")
    ResponseEntity<Page<WorkItem>> workList(@RequestParam Optional<StaffId> staff, Reader reader, PageAsked asked) {
        var whose = Whose.day(reader, staff);
        return asked.answer(view.page(whose, Optional.empty(), asked.after(), asked.limit() + 1), WorkItem::key);
    }
}
