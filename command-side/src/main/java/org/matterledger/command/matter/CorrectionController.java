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
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.WithdrawEntry;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.TaskId;
import org.matterledger.values.ThreadId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in corrections: nothing recorded is changed, a new event names what was wrong. */
@RestController("writeCorrections")
@Tag(name = "Entries")
class CorrectionController {

    private final CommandPort commands;
    private final Confidential confidential;
    private final NamedEntries named;

    CorrectionController(CommandPort commands, Confidential confidential, NamedEntries named) {
        this.commands = commands;
        this.confidential = confidential;
        this.named = named;
    }

    record Corrected(
            @Schema(description = "The entry; or else its source.") @Nullable
            EntryId entry,

            @Schema(description = "What the reporting system calls the entry; or else its id here.") @Nullable
            ReportedSource entrySource,

            @Schema(description = "The task that was recorded wrongly; or else an entry or its source.") @Nullable
            TaskId task,

            @Schema(description = "The complaint that was recorded wrongly; or else an entry or its source.") @Nullable
            ComplaintId complaint,

            @Schema(description = "When it really happened.") @Nullable @Reported
            Instant occurredAt,

            @Schema(description = "In which thread it really belongs.") @Nullable
            ThreadId thread,

            @Schema(description = "By which channel it really came or went.") @Nullable
            ChannelKind channel,

            @Schema(description = "What it really was.") @Nullable
            MessageNature nature,

            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason,

            @Schema(
                    description = "Where the proof can be found in the firm's own systems.",
                    example = "mail of 20 March, 15:02",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    record Withdrawal(
            @Schema(description = "The entry; or else its source.") @Nullable
            EntryId entry,

            @Schema(description = "What the reporting system calls the entry; or else its id here.") @Nullable
            ReportedSource entrySource,

            @Schema(description = "The task that was recorded wrongly; or else an entry or its source.") @Nullable
            TaskId task,

            @Schema(description = "The complaint that was recorded wrongly; or else an entry or its source.") @Nullable
            ComplaintId complaint,

            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason,

            @Schema(
                    description = "Where the proof can be found in the firm's own systems.",
                    example = "mail of 20 March, 15:02",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    record Move(
            @Schema(description = "The entry; or else its source.") @Nullable
            EntryId entry,

            @Schema(description = "What the reporting system calls the entry; or else its id here.") @Nullable
            ReportedSource entrySource,

            @Schema(description = "The matter to which it belongs.")
            MatterId toMatter,

            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason,

            @Schema(
                    description = "Where the proof can be found in the firm's own systems.",
                    example = "mail of 20 March, 15:02",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    @Operation(
            summary = "Correct an entry",
            description =
                    "Takes effect at what it corrects; where a breach would vanish, a second person has to agree. Of a"
                            + " task or complaint only the time is corrected at which the client asked.")
    @PostMapping(path = "/matters/{matter}/corrections", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> correct(Caller caller, @PathVariable MatterId matter, @RequestBody Corrected body) {
        var correction = new Correction(body.occurredAt(), body.thread(), body.channel(), body.nature());
        return sent(
                caller,
                new CorrectEntry(
                        matter,
                        named.entryOf(matter, body.entry(), body.task(), body.complaint(), body.entrySource()),
                        caller.staff(),
                        correction,
                        sealed(matter, body.reason()),
                        confidential.sealPresent(matter.value(), body.evidence())));
    }

    @Operation(
            summary = "Withdraw an entry",
            description =
                    "It never happened. As for a correction; a task or complaint goes with all that became of it.")
    @PostMapping(path = "/matters/{matter}/withdrawals", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> withdraw(Caller caller, @PathVariable MatterId matter, @RequestBody Withdrawal body) {
        return sent(
                caller,
                new WithdrawEntry(
                        matter,
                        named.entryOf(matter, body.entry(), body.task(), body.complaint(), body.entrySource()),
                        caller.staff(),
                        sealed(matter, body.reason()),
                        confidential.sealPresent(matter.value(), body.evidence())));
    }

    @Operation(
            summary = "Move an entry to another matter",
            description = "As for a correction; recorded there as well.")
    @PostMapping(path = "/matters/{matter}/moves", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> move(Caller caller, @PathVariable MatterId matter, @RequestBody Move body) {
        return sent(
                caller,
                new MoveEntry(
                        matter,
                        named.entry(matter, body.entry(), body.entrySource()),
                        caller.staff(),
                        body.toMatter(),
                        sealed(matter, body.reason()),
                        confidential.sealPresent(matter.value(), body.evidence())));
    }

    private ResponseEntity<Answer> sent(Caller caller, EntryCommand command) {
        return Answer.to(commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command), path(command.matterId()));
    }

    private ConfidentialText sealed(MatterId matter, String text) {
        return confidential.seal(matter.value(), text);
    }

    private static String path(MatterId matter) {
        return "/matters/" + matter + "/timeline/";
    }
}
