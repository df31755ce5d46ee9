package org.matterledger.query.staff;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works at the firm, for other programs. */
@RestController("readStaff")
@Tag(name = "Staff")
class StaffController {

    private final StaffView view;
    private final AbsenceView absences;

    StaffController(StaffView view, AbsenceView absences) {
        this.view = view;
        this.absences = absences;
    }

    @Operation(summary = "Who works at the firm", description = "In the order of registration.")
    @GetMapping(path = "/staff", produces = "application/json")
    ResponseEntity<Page<StaffMember>> staff(@RequestParam Optional<Source> source, PageAsked asked) {
        return asked.answer(
                source.map(view::named).orElseGet(() -> view.page(asked.afterNumber(), asked.limit() + 1)),
                StaffMember::key);
    }

    @Operation(summary = "A staff member")
    @GetMapping(path = "/staff/{staff}", produces = "application/json")
    ResponseEntity<StaffMember> member(@PathVariable StaffId staff) {
        var found = view.member(staff).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }

    @Operation(
            summary = "When a staff member is away",
            description = "In the order of recording, the cancelled ones too.")
    @GetMapping(path = "/staff/{staff}/absences", produces = "application/json")
    ResponseEntity<Page<Absence>> absences(@PathVariable StaffId staff, PageAsked asked) {
        return view.member(staff)
                .map(known -> absences.page(staff, asked.afterNumber(), asked.limit() + 1))
                .map(page -> asked.answer(page, Absence::key))
                .orElseThrow(Unknown::new);
    }

    @Operation(summary = "One absence of a staff member")
    @GetMapping(path = "/staff/{staff}/absences/{absence}", produces = "application/json")
    ResponseEntity<Absence> absence(@PathVariable StaffId staff, @PathVariable AbsenceId absence) {
        return ResponseEntity.ok(absences.absence(staff, absence).orElseThrow(Unknown::new));
    }
}
