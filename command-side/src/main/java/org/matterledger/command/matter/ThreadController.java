package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.ContactCommand.ReportMessage;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.UpdateKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what client and firm say to each other in a matter. */
@RestController("writeThreads")
@Tag(name = "Matters")
class ThreadController {

    private final CommandPort commands;
    private final Confidential confidential;

    ThreadController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record Message(
            @Schema(description = "Who wrote; absent where nobody knows.") @Nullable
            PersonId from,

            ChannelKind channel,

            @Schema(
                    description = "The subject line, kept under the sender's key; not without a sender.",
                    example = "Any news?",
                    minLength = 1,
                    maxLength = 500)
            @Nullable
            String subject,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(description = "When it was written; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {

        Message {
            if (subject != null && from == null) {
                throw new IllegalArgumentException("a subject is kept under the sender's key and so needs “from”");
            }
        }
    }

    record Update(
            @Schema(description = "What it tells the client.")
            UpdateKind kind,

            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(
                    description = "What it says, in plain language; kept under the first recipient's key.",
                    example = "The court set the hearing for 12 May.",
                    minLength = 1,
                    maxLength = 4000)
            String summary,

            @Schema(description = "SHA-256 of the content as sent.") @Nullable
            ContentDigest digest,

            @Schema(
                    description = "Why nothing moved, where nothing did.",
                    example = "The court has not answered yet.",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String reason,

            @Schema(description = "By when the client hears again, in the calendar's zone.") @Nullable
            LocalDate nextContactBy) {}

    @Operation(
            summary = "Report a message of the client",
            description = "A fact: always recorded, with its deviations from what was agreed.")
    @PostMapping(path = "/matters/{matter}/messages", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> report(Caller caller, @PathVariable MatterId matter, @RequestBody Message body) {
        caller.integrationOr(FEE_EARNER, PARTNER);
        var source = ReportedSource.of(body.source());
        var command = new ReportMessage(
                matter,
                body.from(),
                body.channel(),
                sealed(body.from(), body.subject()),
                body.digest(),
                null,
                null,
                null,
                null,
                source,
                body.occurredAt());
        return Answer.to(commands.send(caller, command, Caller.reference(matter.value(), source)), path(matter));
    }

    @Operation(summary = "Report many messages of the client")
    @PostMapping(
            path = "/matters/{matter}/messages/batch",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<BatchAnswer> reportAll(@PathVariable MatterId matter, Batch<Message> batch) {
        return batch.each((caller, body) -> report(caller, matter, body));
    }

    @Operation(
            summary = "Send an update",
            description = "An act, at the ledger's time, by a staff member or on behalf of one: records what the firm"
                    + " sends by its own means.")
    @PostMapping(path = "/matters/{matter}/updates", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> send(Caller caller, @PathVariable MatterId matter, @RequestBody Update body) {
        caller.integrationOr(FEE_EARNER, PARTNER);
        var reader = body.to().getFirst();
        var command = new SendUpdate(
                matter,
                body.kind(),
                body.channel(),
                body.to(),
                caller.staffMember(),
                confidential.seal(reader.value(), body.summary()),
                body.digest(),
                sealed(reader, body.reason()),
                body.nextContactBy(),
                null,
                null);
        return Answer.to(commands.send(caller, command), path(matter));
    }

    private @Nullable ConfidentialText sealed(@Nullable PersonId person, @Nullable String text) {
        return person == null || text == null ? null : confidential.seal(person.value(), text);
    }

    private static String path(MatterId matter) {
        return "/matters/" + matter + "/timeline/";
    }
}
