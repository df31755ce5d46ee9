package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.ContactCommand.ReportCall;
import org.matterledger.command.matter.ContactCommand.ReportMessage;
import org.matterledger.command.matter.ContactCommand.ReportSent;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.Urgency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what client and firm said to each other, as other systems and people report it. */
@RestController("writeMessages")
@Tag(name = "Contact")
class MessageController {

    private final CommandPort commands;
    private final Confidential confidential;

    MessageController(CommandPort commands, Confidential confidential) {
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

            @Schema(description = "What kind of message; absent for an ordinary one.") @Nullable
            MessageNature nature,

            @Nullable Urgency urgency,

            @Schema(
                    description = "Whether it looks as if it needs no answer, as a word of thanks; it waits for one all"
                            + " the same until a person agrees.")
            @Nullable
            Boolean noAnswerSuggested,

            @Schema(description = "The thread; absent for the matter's general one.") @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {

        Message {
            if (subject != null && from == null) {
                throw new IllegalArgumentException("a subject is kept under the sender's key and so needs “from”");
            }
        }
    }

    record SentMessage(
            @Schema(description = "Who wrote; absent for a machine, or where nobody knows.") @Nullable
            StaffId staff,

            @ArraySchema(arraySchema = @Schema(description = "To whom it went."), maxItems = 50)
            List<PersonId> to,

            ChannelKind channel,

            @Schema(description = "What kind of message; only some are contact.")
            MessageNature nature,

            @Schema(
                    description = "The subject line, kept under the first recipient's key; not without one.",
                    example = "Your contract",
                    minLength = 1,
                    maxLength = 500)
            @Nullable
            String subject,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest,

            @Schema(description = "The day by which a holding reply promises the answer.") @Nullable
            LocalDate promisedFor,

            @Schema(
                    description =
                            "By which local time of that day, to the minute, in the calendar's zone; it may lie outside"
                                    + " the opening hours. Absent: by the close of the day.",
                    example = "15:00")
            @Nullable
            LocalTime promisedTime,

            @Schema(description = "The day by which the client hears again, as the message says.") @Nullable
            LocalDate nextContactBy,

            @Schema(description = "The thread; absent for the matter's general one.") @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {

        SentMessage {
            if (subject != null && to.isEmpty()) {
                throw new IllegalArgumentException(
                        "a subject is kept under the first recipient's key and so needs “to”");
            }
            StatedTime.check(promisedFor, promisedTime);
        }
    }

    record Call(
            @Schema(description = "Which side called.") Party callFrom,

            @Schema(description = "Who spoke for the client; absent where nobody knows.") @Nullable
            PersonId person,

            @Schema(description = "Who spoke for the firm.") @Nullable
            StaffId staff,

            @Schema(description = "PHONE, MEETING or another way to speak.")
            ChannelKind channel,

            @Schema(description = "What kind of call; absent for an ordinary one.") @Nullable
            MessageNature nature,

            @Schema(description = "Absent: presumed high when the matter's calendar is closed.") @Nullable
            Urgency urgency,

            @Schema(description = "Whether what the client asked was answered in the call.")
            boolean answered,

            @Schema(
                    description = "What was said, in a sentence, kept under the person's key; not without a person.",
                    example = "Asked for news of the hearing.",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String note,

            @Schema(description = "The thread; absent for the matter's general one.") @Nullable
            ThreadId thread,

            @Schema(description = "The entry that it answers.") @Nullable
            EntryId inReplyTo,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {

        Call {
            if (note != null && person == null) {
                throw new IllegalArgumentException("a note is kept under the person's key and so needs “person”");
            }
        }
    }

    @Operation(
            summary = "Report a message of the client",
            description = "A fact: always recorded, with its deviations from what was agreed.")
    @PostMapping(path = "/matters/{matter}/messages", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> report(Caller caller, @PathVariable MatterId matter, @RequestBody Message body) {
        var source = ReportedSource.of(body.source());
        var command = new ReportMessage(
                matter,
                body.from(),
                body.channel(),
                sealed(body.from(), body.subject()),
                body.digest(),
                body.nature(),
                body.urgency(),
                body.thread(),
                body.inReplyTo(),
                source,
                ContactCommand.Found.seeming(body.noAnswerSuggested()),
                body.occurredAt());
        return told(caller, command, source);
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
            summary = "Report a message that the firm sent",
            description =
                    "A fact: always recorded, with its deviations; told later than the policy's window it waits for"
                            + " a reviewer before it takes effect on clocks.")
    @PostMapping(path = "/matters/{matter}/sent-messages", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> reportSent(Caller caller, @PathVariable MatterId matter, @RequestBody SentMessage body) {
        var source = ReportedSource.of(body.source());
        var command = new ReportSent(
                matter,
                body.staff(),
                body.to(),
                body.channel(),
                body.nature(),
                sealed(body.to().stream().findFirst().orElse(null), body.subject()),
                body.digest(),
                body.promisedFor(),
                body.promisedTime(),
                body.nextContactBy(),
                body.thread(),
                body.inReplyTo(),
                source,
                ContactCommand.Found.NOTHING,
                body.occurredAt());
        return told(caller, command, source);
    }

    @Operation(summary = "Report many messages that the firm sent")
    @PostMapping(
            path = "/matters/{matter}/sent-messages/batch",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<BatchAnswer> reportAllSent(@PathVariable MatterId matter, Batch<SentMessage> batch) {
        return batch.each((caller, body) -> reportSent(caller, matter, body));
    }

    @Operation(
            summary = "Report a call or meeting",
            description = "A fact. A call of the firm, or one in which the client got the answer, is contact.")
    @PostMapping(path = "/matters/{matter}/calls", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> reportCall(Caller caller, @PathVariable MatterId matter, @RequestBody Call body) {
        var source = ReportedSource.of(body.source());
        var command = new ReportCall(
                matter,
                body.callFrom(),
                body.person(),
                body.staff(),
                body.channel(),
                body.nature(),
                body.urgency(),
                body.answered(),
                sealed(body.person(), body.note()),
                body.thread(),
                body.inReplyTo(),
                source,
                body.occurredAt());
        return told(caller, command, source);
    }

    private ResponseEntity<Answer> told(Caller caller, ContactCommand command, @Nullable Source source) {
        var matter = command.matterId();
        var receipt = commands.send(
                caller.integrationOr(FEE_EARNER, PARTNER), command, Caller.reference(matter.value(), source));
        return Answer.to(receipt, "/matters/" + matter + "/timeline/");
    }

    private @Nullable ConfidentialText sealed(@Nullable PersonId person, @Nullable String text) {
        return person == null || text == null ? null : confidential.seal(person.value(), text);
    }
}
