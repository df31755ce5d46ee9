package org.matterledger.command.staff;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.staff.AvailabilityCommand.CancelAbsence;
import org.matterledger.command.staff.AvailabilityCommand.GiveAddress;
import org.matterledger.command.staff.AvailabilityCommand.GiveCalendar;
import org.matterledger.command.staff.AvailabilityCommand.JoinTeam;
import org.matterledger.command.staff.AvailabilityCommand.NameDeputy;
import org.matterledger.command.staff.AvailabilityCommand.RecordAbsence;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in where and when staff are reached; what concerns a staff member, that member may say too. */
@RestController("writeAvailability")
@RequestMapping(path = "/staff/{staff}", consumes = "application/json", produces = "application/json")
@Tag(name = "Staff")
class AvailabilityController {

    private static final String PATH = "/staff/";
    private static final String FOR = "For administrators, integrations and the staff member.";

    private final CommandPort commands;
    private final Confidential confidential;

    AvailabilityController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record Deputy(
            @Schema(description = "Who acts in an absence; nobody any longer where it is missing.") @Nullable
            StaffId deputy) {}

    record Team(
            @Schema(description = "What the firm calls it.", example = "Litigation", minLength = 1, maxLength = 100)
            String team) {}

    record NewAbsence(
            @Schema(description = "The first instant of the absence; it may be past.", example = "2026-08-03T07:00:00Z")
            Instant from,

            @Schema(description = "The first instant after it.", example = "2026-08-17T07:00:00Z")
            Instant until) {}

    record AbsenceCancellation() {}

    record NoticeAddress(
            @Schema(
                    description = "A mail address, where the ledger's notices go.",
                    example = "anna.nowak@firm.example",
                    minLength = 3,
                    maxLength = 320)
            String address) {

        private static final Pattern FORM = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+");

        NoticeAddress {
            if (!FORM.matcher(address).matches()) {
                throw new IllegalArgumentException("a mail address looks like name@firm.example");
            }
        }
    }

    record WorkingHours(
            @Schema(description = "By whose hours the staff member works; each matter's own where it is missing.")
            @Nullable
            CalendarId calendar) {}

    @Operation(summary = "Name a staff member's deputy", description = FOR)
    @PostMapping("/deputy")
    ResponseEntity<Answer> nameDeputy(Caller caller, @PathVariable StaffId staff, @RequestBody Deputy body) {
        return send(caller, staff, new NameDeputy(staff, body.deputy()));
    }

    @Operation(summary = "Say in which team a staff member works", description = FOR)
    @PostMapping("/team")
    ResponseEntity<Answer> joinTeam(Caller caller, @PathVariable StaffId staff, @RequestBody Team body) {
        return send(caller, staff, new JoinTeam(staff, body.team()));
    }

    @Operation(
            summary = "Record an absence",
            description = FOR + " Absences may overlap; the same times again are no new absence.")
    @PostMapping("/absences")
    ResponseEntity<Answer> recordAbsence(Caller caller, @PathVariable StaffId staff, @RequestBody NewAbsence body) {
        var absence = new AbsenceId(caller.memberOr(staff, ADMINISTRATOR).derivedId("absence"));
        var receipt = commands.send(caller, new RecordAbsence(staff, absence, body.from(), body.until()));
        return Answer.to(receipt, absences(staff));
    }

    @Operation(
            summary = "Cancel an absence",
            description = FOR + " Who is back early cancels what is left of it; the days past stay an absence.")
    @PostMapping("/absences/{absence}/cancellation")
    ResponseEntity<Answer> cancelAbsence(
            Caller caller,
            @PathVariable StaffId staff,
            @PathVariable AbsenceId absence,
            @RequestBody AbsenceCancellation body) {
        var receipt = commands.send(caller.memberOr(staff, ADMINISTRATOR), new CancelAbsence(staff, absence));
        return Answer.about(receipt, absence.value(), absences(staff));
    }

    @Operation(summary = "Give a staff member's mail address", description = FOR)
    @PostMapping("/address")
    ResponseEntity<Answer> giveAddress(Caller caller, @PathVariable StaffId staff, @RequestBody NoticeAddress body) {
        caller.memberOr(staff, ADMINISTRATOR);
        return send(caller, staff, new GiveAddress(staff, confidential.seal(staff.value(), body.address())));
    }

    @Operation(summary = "Say by which calendar a staff member works", description = FOR)
    @PostMapping("/calendar")
    ResponseEntity<Answer> giveCalendar(Caller caller, @PathVariable StaffId staff, @RequestBody WorkingHours body) {
        return send(caller, staff, new GiveCalendar(staff, body.calendar()));
    }

    private ResponseEntity<Answer> send(Caller caller, StaffId staff, AvailabilityCommand command) {
        return Answer.to(commands.send(caller.memberOr(staff, ADMINISTRATOR), command), PATH);
    }

    private static String absences(StaffId staff) {
        return PATH + staff + "/absences/";
    }
}
