package org.matterledger.command.staff;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.command.staff.StaffCommand.ChangeRoles;
import org.matterledger.command.staff.StaffCommand.RecordLeaving;
import org.matterledger.command.staff.StaffCommand.RegisterStaffMember;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in who works at the firm. */
@RestController("writeStaff")
@Tag(name = "Staff")
class StaffController {

    private static final String PATH = "/staff/";

    private final CommandPort commands;
    private final Confidential confidential;

    StaffController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record NewStaffMember(
            @Schema(
                    description = "Name, as colleagues write it.",
                    example = "Anna Nowak",
                    minLength = 1,
                    maxLength = 200)
            String name,

            @ArraySchema(arraySchema = @Schema(description = "What the person may do."), minItems = 1, maxItems = 4)
            Set<StaffRole> roles,

            @Nullable ReportedSource source) {}

    record Roles(
            @ArraySchema(arraySchema = @Schema(description = "All roles from now on."), minItems = 1, maxItems = 4)
            Set<StaffRole> roles) {}

    record Leaving() {}

    @Operation(summary = "Register a staff member", description = "For administrators and integrations.")
    @PostMapping(path = "/staff", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> register(Caller caller, @RequestBody NewStaffMember body) {
        var staff = new StaffId(caller.integrationOr(ADMINISTRATOR).derivedId("staff"));
        var source = ReportedSource.of(body.source());
        var name = confidential.seal(staff.value(), body.name());
        var command = new RegisterStaffMember(staff, name, body.roles(), source);
        return Answer.to(commands.send(caller, command, Caller.reference("staff", source)), PATH);
    }

    @Operation(summary = "Give a staff member other roles", description = "For administrators and integrations.")
    @PostMapping(path = "/staff/{staff}/roles", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> changeRoles(Caller caller, @PathVariable StaffId staff, @RequestBody Roles body) {
        return Answer.to(
                commands.send(caller.integrationOr(ADMINISTRATOR), new ChangeRoles(staff, body.roles())), PATH);
    }

    @Operation(summary = "Record that a staff member left", description = "For administrators and integrations.")
    @PostMapping(path = "/staff/{staff}/leaving", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> leave(Caller caller, @PathVariable StaffId staff, @RequestBody Leaving body) {
        return Answer.to(commands.send(caller.integrationOr(ADMINISTRATOR), new RecordLeaving(staff)), PATH);
    }
}
