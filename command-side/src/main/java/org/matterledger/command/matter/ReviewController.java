package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.PARTNER;
import static org.matterledger.values.StaffRole.REVIEWER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.EntryCommand.AdoptLateEntry;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.ExcuseBreach;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.StaffId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what only a second person may decide about a matter's record. */
@RestController("writeReviews")
@Tag(name = "Entries")
class ReviewController {

    private final CommandPort commands;
    private final Confidential confidential;

    ReviewController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record Agreement() {}

    record ReviewReason(
            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason) {}

    @Operation(
            summary = "Agree to a correction",
            description = "By another person than who asked: a reviewer or partner.")
    @PostMapping(
            path = "/matters/{matter}/corrections/{request}/agreement",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> agree(
            Caller caller, @PathVariable MatterId matter, @PathVariable EntryId request, @RequestBody Agreement body) {
        return sent(caller, new AgreeToCorrection(matter, request, second(caller)));
    }

    @Operation(summary = "Decline a correction", description = "The old verdict stands.")
    @PostMapping(
            path = "/matters/{matter}/corrections/{request}/refusal",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> decline(
            Caller caller,
            @PathVariable MatterId matter,
            @PathVariable EntryId request,
            @RequestBody ReviewReason body) {
        return sent(caller, new DeclineCorrection(matter, request, second(caller), sealed(matter, body)));
    }

    @Operation(
            summary = "Adopt a late entry",
            description = "Lets a fact that was told later than the policy's window take effect on the clocks.")
    @PostMapping(
            path = "/matters/{matter}/entries/{entry}/adoption",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> adopt(
            Caller caller, @PathVariable MatterId matter, @PathVariable EntryId entry, @RequestBody ReviewReason body) {
        return sent(caller, new AdoptLateEntry(matter, entry, second(caller), sealed(matter, body)));
    }

    @Operation(summary = "Excuse a breach", description = "By a reviewer; the breach stays on record, reassessed.")
    @PostMapping(
            path = "/matters/{matter}/obligations/{obligation}/excuse",
            consumes = "application/json",
            produces = "application/json")
    ResponseEntity<Answer> excuse(
            Caller caller,
            @PathVariable MatterId matter,
            @PathVariable ObligationId obligation,
            @RequestBody ReviewReason body) {
        var reviewer = caller.needing(REVIEWER).staffMember();
        return sent(caller, new ExcuseBreach(matter, obligation, reviewer, sealed(matter, body)));
    }

    private static StaffId second(Caller caller) {
        return caller.needing(REVIEWER, PARTNER).staffMember();
    }

    private ResponseEntity<Answer> sent(Caller caller, EntryCommand command) {
        return Answer.to(commands.send(caller, command), "/matters/" + command.matterId() + "/timeline/");
    }

    private ConfidentialText sealed(MatterId matter, ReviewReason body) {
        return confidential.seal(matter.value(), body.reason());
    }
}
