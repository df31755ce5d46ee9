package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.MatterCommand.AgreeChannel;
import org.matterledger.command.matter.MatterCommand.ChannelCommand;
import org.matterledger.command.matter.MatterCommand.DeclineChannel;
import org.matterledger.command.matter.MatterCommand.ProposeChannel;
import org.matterledger.command.matter.MatterCommand.WithdrawChannel;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelPurpose;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ExpectedAnswer;
import org.matterledger.values.MatterId;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what the two sides say about the channels of a matter. */
@RestController("writeChannels")
@Tag(name = "Matters")
class ChannelController {

    private static final String CHANNELS = "/matters/{matter}/channels";
    private static final String CHANNEL = CHANNELS + "/{channel}";

    private final CommandPort commands;
    private final Confidential confidential;

    ChannelController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record Proposal(
            @Schema(description = "Which side proposes it.") Party by,

            @Schema(description = "Who speaks for the client; absent where the firm speaks.") @Nullable
            PersonId person,

            ChannelKind kind,

            @Schema(description = "Whether it is to be the matter's main channel.")
            boolean primary,

            @ArraySchema(arraySchema = @Schema(description = "What it is for; none means everything."), maxItems = 5)
            Set<ChannelPurpose> purposes,

            @Schema(description = "Hours in which it is used, in the calendar's zone; absent for any time.") @Nullable
            OpenInterval window,

            @Schema(description = "How files are sent; absent for by the channel itself.") @Nullable
            ChannelKind fileRoute,

            @Schema(
                    description = "The speed that the client expects: an ISO-8601 duration, or WHEN_CONVENIENT.",
                    type = "string",
                    example = "PT4H")
            @Nullable
            ExpectedAnswer expectedAnswer) {

        ChannelTerms terms() {
            return new ChannelTerms(kind, primary, purposes, window, fileRoute, expectedAnswer);
        }
    }

    record Word(
            @Schema(description = "Which side speaks.") Party by,

            @Schema(description = "Who speaks for the client; absent where the firm speaks.") @Nullable
            PersonId person,

            @Schema(
                    description = "Where the word can be found in the firm's own systems, or the reason for it."
                            + " Kept under the person's key, or the matter's where the firm speaks.",
                    example = "mail of 20 March, 15:02",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String note) {}

    @Operation(summary = "Propose a channel", description = "Without effect until the other side agrees.")
    @PostMapping(path = CHANNELS, consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> propose(Caller caller, @PathVariable MatterId matter, @RequestBody Proposal body) {
        var channel = new ChannelId(caller.derivedId("channel"));
        return sent(caller, new ProposeChannel(matter, channel, body.by(), body.person(), body.terms()));
    }

    @Operation(summary = "Agree to a channel", description = "By the side that did not propose it.")
    @PostMapping(path = CHANNEL + "/agreement", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> agree(
            Caller caller, @PathVariable MatterId matter, @PathVariable ChannelId channel, @RequestBody Word body) {
        return sent(caller, new AgreeChannel(matter, channel, body.by(), body.person(), sealed(matter, body)));
    }

    @Operation(summary = "Decline a channel", description = "By the side that did not propose it.")
    @PostMapping(path = CHANNEL + "/decline", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> decline(
            Caller caller, @PathVariable MatterId matter, @PathVariable ChannelId channel, @RequestBody Word body) {
        return sent(caller, new DeclineChannel(matter, channel, body.by(), body.person(), sealed(matter, body)));
    }

    @Operation(summary = "Withdraw a channel", description = "Takes effect at once for new messages.")
    @PostMapping(path = CHANNEL + "/withdrawal", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> withdraw(
            Caller caller, @PathVariable MatterId matter, @PathVariable ChannelId channel, @RequestBody Word body) {
        return sent(caller, new WithdrawChannel(matter, channel, body.by(), body.person(), sealed(matter, body)));
    }

    private ResponseEntity<Answer> sent(Caller caller, ChannelCommand command) {
        var receipt = commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command);
        return Answer.about(receipt, command.channelId().value(), "/matters/" + command.matterId() + "/channels/");
    }

    private @Nullable ConfidentialText sealed(MatterId matter, Word body) {
        var subject = Optional.ofNullable(body.person()).map(PersonId::value).orElse(matter.value());
        return confidential.sealPresent(subject, body.note());
    }
}
