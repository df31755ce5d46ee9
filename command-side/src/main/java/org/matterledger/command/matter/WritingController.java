package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.ContactCommand.SendDelayNotice;
import org.matterledger.command.matter.ContactCommand.SendHoldingReply;
import org.matterledger.command.matter.ContactCommand.SendReply;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what the firm writes to its client: acts, refused by name where a rule forbids them. */
@RestController("writeLetters")
@Tag(name = "Contact")
class WritingController {

    private final CommandPort commands;
    private final Confidential confidential;

    WritingController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
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

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(
                    description = "Why nothing moved, where nothing did.",
                    example = "The court has not answered yet.",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String reason,

            @Schema(description = "By when the client hears again, in the calendar's zone.") @Nullable
            LocalDate nextContactBy,

            @Schema(description = "The thread whose questions it answers; absent: it answers none, and is contact.")
            @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo) {}

    record Reply(
            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(description = "The thread; absent for the matter's general one.") @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo) {}

    record HoldingReply(
            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(description = "The open day by which the answer comes; without one it is no holding reply.")
            @Nullable
            LocalDate promisedFor,

            @Schema(
                    description =
                            "By which local time of that day, to the minute, in the calendar's zone; it may lie outside"
                                    + " the opening hours. Absent: by the close of the day.",
                    example = "15:00")
            @Nullable
            LocalTime promisedTime,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(description = "The thread; absent for the matter's general one.") @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo) {

        HoldingReply {
            StatedTime.check(promisedFor, promisedTime);
        }
    }

    record DelayNotice(
            @Schema(description = "The promise or delivery that will not be met.")
            ObligationId obligation,

            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(description = "The open day by which it comes instead.") @Nullable
            LocalDate promisedFor,

            @Schema(
                    description =
                            "By which local time of that day, to the minute, in the calendar's zone; it may lie outside"
                                    + " the opening hours. Absent: by the close of the day.",
                    example = "15:00")
            @Nullable
            LocalTime promisedTime,

            @Schema(
                    description = "Why, in plain language; kept under the first recipient's key.",
                    example = "The register answers a week later.",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String reason,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(description = "The thread whose questions it answers; absent: it answers none, and is contact.")
            @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo) {

        DelayNotice {
            StatedTime.check(promisedFor, promisedTime);
        }
    }

    @Operation(
            summary = "Send an update",
            description = "An act, at the ledger's time, by a staff member or on behalf of one: records what the firm"
                    + " sends by its own means.")
    @PostMapping(path = "/matters/{matter}/updates", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> update(Caller caller, @PathVariable MatterId matter, @RequestBody Update body) {
        var reader = body.to().getFirst();
        return sent(
                caller,
                new SendUpdate(
                        matter,
                        body.kind(),
                        body.channel(),
                        body.to(),
                        writer(caller),
                        confidential.seal(reader.value(), body.summary()),
                        body.digest(),
                        confidential.sealPresent(reader.value(), body.reason()),
                        body.nextContactBy(),
                        body.thread(),
                        body.inReplyTo()));
    }

    @Operation(summary = "Send a reply", description = "An act. Answers every message that waits in its thread.")
    @PostMapping(path = "/matters/{matter}/replies", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> reply(Caller caller, @PathVariable MatterId matter, @RequestBody Reply body) {
        return sent(
                caller,
                new SendReply(
                        matter,
                        body.channel(),
                        body.to(),
                        writer(caller),
                        body.digest(),
                        body.thread(),
                        body.inReplyTo()));
    }

    @Operation(
            summary = "Send a holding reply",
            description = "An act. Names the day by which the answer comes, and arms that promise.")
    @PostMapping(
            path = "/matters/{matter}/holding-replies",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> hold(Caller caller, @PathVariable MatterId matter, @RequestBody HoldingReply body) {
        return sent(
                caller,
                new SendHoldingReply(
                        matter,
                        body.channel(),
                        body.to(),
                        writer(caller),
                        body.promisedFor(),
                        body.promisedTime(),
                        body.digest(),
                        body.thread(),
                        body.inReplyTo()));
    }

    @Operation(
            summary = "Send a delay notice",
            description = "An act. Says that a promised date will not be met, and names another.")
    @PostMapping(path = "/matters/{matter}/delay-notices", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> delay(Caller caller, @PathVariable MatterId matter, @RequestBody DelayNotice body) {
        return sent(
                caller,
                new SendDelayNotice(
                        matter,
                        body.obligation(),
                        body.channel(),
                        body.to(),
                        writer(caller),
                        body.promisedFor(),
                        body.promisedTime(),
                        confidential.sealPresent(body.to().getFirst().value(), body.reason()),
                        body.digest(),
                        body.thread(),
                        body.inReplyTo()));
    }

    private static StaffId writer(Caller caller) {
        return caller.integrationOr(FEE_EARNER, PARTNER).staffMember();
    }

    private ResponseEntity<Answer> sent(Caller caller, ContactCommand command) {
        return Answer.to(commands.send(caller, command), "/matters/" + command.matterId() + "/timeline/");
    }
}
