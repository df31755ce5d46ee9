package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.MatterCommand.CloseMatter;
import org.matterledger.command.matter.MatterCommand.ReplaceResponsible;
import org.matterledger.command.matter.TermsCommand.AgreeAnswerTimes;
import org.matterledger.command.matter.TermsCommand.AgreeHours;
import org.matterledger.command.matter.TermsCommand.AgreeSilenceLimit;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.CalendarId;
import org.matterledger.values.CutOff;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in on what terms the firm serves a matter's client, who does, and that the matter ended. */
@RestController("writeTerms")
@Tag(name = "Matters")
class TermsController {

    private final CommandPort commands;
    private final Confidential confidential;

    TermsController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record AgreedHours(
            @Schema(description = "The calendar in whose hours the firm keeps its word; may be always open.")
            CalendarId calendar,

            @Schema(
                    description = "Where the contract or the client's word can be found in the firm's own systems.",
                    example = "engagement letter, section 4",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    record SilenceLimit(
            @Schema(
                    description = "Longest silence in local days, 1 to 365.",
                    example = "21",
                    minimum = "1",
                    maximum = "365")
            int days,

            @Schema(
                    description = "Where the contract or the client's word can be found in the firm's own systems.",
                    example = "engagement letter, section 4",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    record AnswerTimes(
            @Schema(
                    description = "Until when a message is answered on its own working day: OPENING, CLOSE or a time.",
                    example = "15:00",
                    type = "string",
                    maxLength = 20)
            @Nullable
            CutOff cutOff,

            @Schema(
                    description = "Open time within which the firm answers, in place of the working day.",
                    example = "PT8H",
                    type = "string")
            @Nullable
            Duration replyWithin,

            @Schema(
                    description = "Open time within which a task is accepted or declined.",
                    example = "PT2H",
                    type = "string")
            @Nullable
            Duration acceptWithin,

            @Schema(
                    description = "Where the contract or the client's word can be found in the firm's own systems.",
                    example = "engagement letter, section 4",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String evidence) {}

    record Responsible(
            @Schema(description = "Who serves the client from now on.")
            StaffId responsible) {}

    record Closing(
            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason) {}

    @Operation(summary = "Agree on hours", description = "What runs is planned anew; what is breached stays so.")
    @PostMapping(path = "/matters/{matter}/terms/hours", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> hours(Caller caller, @PathVariable MatterId matter, @RequestBody AgreedHours body) {
        return sent(
                caller,
                new AgreeHours(matter, body.calendar(), confidential.sealPresent(matter.value(), body.evidence())));
    }

    @Operation(summary = "Agree on a silence limit")
    @PostMapping(
            path = "/matters/{matter}/terms/silence-limit",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> silence(Caller caller, @PathVariable MatterId matter, @RequestBody SilenceLimit body) {
        return sent(
                caller,
                new AgreeSilenceLimit(matter, body.days(), confidential.sealPresent(matter.value(), body.evidence())));
    }

    @Operation(
            summary = "Agree on times to answer",
            description = "All three at once; what is absent follows the policy.")
    @PostMapping(
            path = "/matters/{matter}/terms/answer-times",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> times(Caller caller, @PathVariable MatterId matter, @RequestBody AnswerTimes body) {
        return sent(
                caller,
                new AgreeAnswerTimes(
                        matter,
                        body.cutOff(),
                        body.replyWithin(),
                        body.acceptWithin(),
                        confidential.sealPresent(matter.value(), body.evidence())));
    }

    @Operation(summary = "Replace the responsible", description = "Open duties go along; their clocks run on.")
    @PostMapping(path = "/matters/{matter}/responsible", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> replace(Caller caller, @PathVariable MatterId matter, @RequestBody Responsible body) {
        return sent(caller, new ReplaceResponsible(matter, body.responsible()));
    }

    @Operation(summary = "Close a matter", description = "Open duties end as neither kept nor missed.")
    @PostMapping(path = "/matters/{matter}/closing", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> close(Caller caller, @PathVariable MatterId matter, @RequestBody Closing body) {
        return sent(caller, new CloseMatter(matter, confidential.seal(matter.value(), body.reason())));
    }

    private ResponseEntity<Answer> sent(Caller caller, MatterCommand command) {
        return Answer.to(commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command), "/matters/");
    }
}
