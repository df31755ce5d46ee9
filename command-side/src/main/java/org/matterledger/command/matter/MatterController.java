package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens matters. */
@RestController("writeMatters")
@Tag(name = "Matters")
class MatterController {

    private final CommandPort commands;
    private final Confidential confidential;

    MatterController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record NewMatter(
            @Schema(description = "The client who entrusts it to the firm.")
            ClientId client,

            @Schema(
                    description = "What the firm calls it.",
                    example = "Supply contract with Nordwind",
                    minLength = 1,
                    maxLength = 300)
            String title,

            @Schema(description = "With whom the firm speaks at the client.")
            PersonId contactPerson,

            @Schema(description = "Who serves the client.") StaffId responsible,

            @Schema(description = "With whom every escalation ends.")
            StaffId accountablePartner,

            @Schema(description = "In whose hours the firm keeps its word.")
            CalendarId calendar,

            @Nullable ReportedSource source,

            @Schema(
                    description =
                            "The longest silence in local days, where the contract names another than the policy.",
                    example = "14",
                    minimum = "1",
                    maximum = "365")
            @Nullable
            Integer silenceLimit,

            @Schema(description = "When the client last heard from the firm, where a running matter is taken over.")
            @Nullable
            @Reported
            Instant lastContact) {}

    @Operation(summary = "Open a matter")
    @PostMapping(path = "/matters", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> open(Caller caller, @RequestBody NewMatter body) {
        var matter = new MatterId(caller.integrationOr(FEE_EARNER, PARTNER).derivedId("matter"));
        var source = ReportedSource.of(body.source());
        var command = new OpenMatter(
                matter,
                body.client(),
                confidential.seal(body.client().value(), body.title()),
                body.contactPerson(),
                body.responsible(),
                body.accountablePartner(),
                body.calendar(),
                source,
                body.silenceLimit(),
                body.lastContact());
        return Answer.to(commands.send(caller, command, Caller.reference("matters", source)), "/matters/");
    }

    @Operation(summary = "Open many matters")
    @PostMapping(path = "/matters/batch", consumes = "application/json", produces = "application/json")
    ResponseEntity<BatchAnswer> openAll(Batch<NewMatter> batch) {
        return batch.each(this::open);
    }
}
