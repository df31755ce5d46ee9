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
import org.matterledger.command.matter.EntryCommand.OpenThread;
import org.matterledger.command.matter.EntryCommand.ReportFailure;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ThreadId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in threads, and what becomes of single messages: what did not arrive, what needs no answer. */
@RestController("writeEntries")
@Tag(name = "Entries")
class EntryController {

    private final CommandPort commands;
    private final Confidential confidential;
    private final NamedEntries named;

    EntryController(CommandPort commands, Confidential confidential, NamedEntries named) {
        this.commands = commands;
        this.confidential = confidential;
        this.named = named;
    }

    record Thread(
            @Schema(description = "What it is about; mandatory.", example = "Lease", minLength = 1, maxLength = 300)
            @Nullable
            String subject,

            @Nullable ReportedSource source) {}

    record Failure(
            @Schema(description = "The entry; or else its source.") @Nullable
            EntryId entry,

            @Schema(description = "What the reporting system calls the entry; or else its id here.") @Nullable
            ReportedSource entrySource,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {}

    record Waiver(
            @Schema(description = "The entry; or else its source.") @Nullable
            EntryId entry,

            @Schema(description = "What the reporting system calls the entry; or else its id here.") @Nullable
            ReportedSource entrySource,

            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason) {}

    @Operation(summary = "Open a thread", description = "One topic each; a subject is mandatory.")
    @PostMapping(path = "/matters/{matter}/threads", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> open(Caller caller, @PathVariable MatterId matter, @RequestBody Thread body) {
        var source = ReportedSource.of(body.source());
        var thread = new ThreadId(caller.integrationOr(FEE_EARNER, PARTNER).derivedId("thread"));
        var subject = confidential.sealPresent(matter.value(), body.subject());
        var receipt = commands.send(
                caller,
                new OpenThread(matter, thread, subject, source),
                Caller.reference(matter.value() + "/threads", source));
        return Answer.to(receipt, "/matters/" + matter + "/threads/");
    }

    @Operation(
            summary = "Report that a message of the firm did not arrive",
            description = "A fact. What the message had discharged is owed again, with its original due time.")
    @PostMapping(
            path = "/matters/{matter}/delivery-failures",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> fail(Caller caller, @PathVariable MatterId matter, @RequestBody Failure body) {
        var source = ReportedSource.of(body.source());
        var about = named.entry(matter, body.entry(), body.entrySource());
        return Answer.to(
                commands.send(
                        caller.integrationOr(FEE_EARNER, PARTNER),
                        new ReportFailure(matter, about, source, body.occurredAt()),
                        Caller.reference(matter.value() + "/delivery-failures", source)),
                path(matter));
    }

    @Operation(
            summary = "Say that a message needs no answer",
            description =
                    "By a person, with a reason: its clock ends. Where the answer is late already, a correction is"
                            + " asked for, whose id is returned: when a second person agrees, the breach vanishes.")
    @PostMapping(
            path = "/matters/{matter}/answer-waivers",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> waive(Caller caller, @PathVariable MatterId matter, @RequestBody Waiver body) {
        var about = named.entry(matter, body.entry(), body.entrySource());
        return sent(caller, new WaiveAnswer(matter, about, caller.staff(), sealed(matter, body.reason())));
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
