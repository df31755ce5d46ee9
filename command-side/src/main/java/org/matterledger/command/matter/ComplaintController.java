package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ComplaintCommand.RecordComplaint;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in complaints, in whatever form they come. */
@RestController("writeComplaints")
@Tag(name = "Complaints")
class ComplaintController {

    private final CommandPort commands;
    private final Confidential confidential;

    ComplaintController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record NewComplaint(
            @Schema(description = "Who complained.") @Nullable
            PersonId person,

            @Schema(description = "By which way it came; PHONE or MEETING for an oral one.")
            ChannelKind channel,

            @Schema(
                    description = "What about, in the client's words; kept under the person's key, or the matter's.",
                    example = "You are late again, and nobody told me.",
                    minLength = 1,
                    maxLength = 4000)
            String words,

            @Schema(description = "The entry in which it was said.") @Nullable
            EntryId entry,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {}

    record Acknowledgement(
            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest) {}

    @Operation(
            summary = "Record a complaint",
            description = "Any dissatisfaction, in any form: nobody refuses it for lack of form.")
    @PostMapping(path = "/matters/{matter}/complaints", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> complain(Caller caller, @PathVariable MatterId matter, @RequestBody NewComplaint body) {
        var source = ReportedSource.of(body.source());
        var complaint =
                new ComplaintId(caller.integrationOr(FEE_EARNER, PARTNER).derivedId("complaint"));
        var subject = Optional.ofNullable(body.person()).map(PersonId::value).orElse(matter.value());
        var command = new RecordComplaint(
                matter,
                complaint,
                body.person(),
                body.channel(),
                confidential.seal(subject, body.words()),
                body.entry(),
                source,
                body.occurredAt());
        return Answer.to(
                commands.send(caller, command, Caller.reference(matter.value() + "/complaints", source)), path(matter));
    }

    @Operation(summary = "Acknowledge a complaint", description = "An act: the client hears that it has arrived.")
    @PostMapping(
            path = "/matters/{matter}/complaints/{complaint}/acknowledgement",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> acknowledge(
            Caller caller,
            @PathVariable MatterId matter,
            @PathVariable ComplaintId complaint,
            @RequestBody Acknowledgement body) {
        var command = new AcknowledgeComplaint(
                matter, complaint, body.channel(), body.to(), caller.staffMember(), body.digest());
        return Answer.to(commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command), path(matter));
    }

    private static String path(MatterId matter) {
        return "/matters/" + matter + "/complaints/";
    }
}
