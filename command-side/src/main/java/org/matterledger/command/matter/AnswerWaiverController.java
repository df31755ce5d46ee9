package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.values.EntryId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in, for messages of any matter, that they need no answer: what was suggested is confirmed, singly or in bulk. */
@RestController("writeAnswerWaivers")
@Tag(name = "Entries")
class AnswerWaiverController {

    private final CommandPort commands;
    private final Confidential confidential;

    AnswerWaiverController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record AnswerWaiver(
            @Schema(description = "The client's message, of whichever matter.")
            EntryId entry,

            @Schema(
                    description = "Why, in a sentence.",
                    example = "They only said thank you.",
                    minLength = 1,
                    maxLength = 1000)
            String reason) {}

    @Operation(
            summary = "Say that a message of any matter needs no answer",
            description =
                    "By a person, with a reason; where the answer is late already, a second person decides whether"
                            + " the breach vanishes. Of imported mail it vanishes at once.")
    @PostMapping(path = "/answer-waivers", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> waive(Caller caller, @RequestBody AnswerWaiver body) {
        var matter = body.entry().matter();
        var reason = confidential.seal(matter.value(), body.reason());
        var command = new WaiveAnswer(matter, body.entry(), caller.staff(), reason);
        return Answer.to(
                commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command), "/matters/" + matter + "/timeline/");
    }

    @Operation(summary = "Say of many messages that they need no answer")
    @PostMapping(path = "/answer-waivers/batch", consumes = "application/json", produces = "application/json")
    ResponseEntity<BatchAnswer> waiveAll(Batch<AnswerWaiver> batch) {
        return batch.each(this::waive);
    }
}
