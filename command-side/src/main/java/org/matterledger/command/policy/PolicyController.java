package org.matterledger.command.policy;

import static org.matterledger.values.StaffRole.ADMINISTRATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.policy.PolicyCommand.PublishPolicyVersion;
import org.matterledger.command.rest.Answer;
import org.matterledger.values.CutOff;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.RuleMode;
import org.matterledger.values.Rung;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in the numbers by which the firm measures itself. */
@RestController("writePolicies")
@Tag(name = "Policies")
class PolicyController {

    private static final String PATH = "/policies/";

    private final CommandPort commands;
    private final Switches switches;

    PolicyController(CommandPort commands, Switches switches) {
        this.commands = commands;
        this.switches = switches;
    }

    record Pack(
            @Schema(description = "Longest silence towards a client, in local days: 1 to 365.", example = "14")
            int silenceLimit,

            @Schema(
                    description = "Until when a message is answered on its own working day: OPENING, CLOSE or a local"
                            + " time.",
                    example = "15:00")
            CutOff replyCutOff,

            @Schema(
                    description = "How many working days late a fact still takes effect by itself: 0 to 20.",
                    example = "2")
            int lateEntryWindow,

            @Schema(description = "How many days ahead a promised date may lie: 1 to 365.", example = "30")
            int longestPromise,

            @Schema(description = "From which re-promise on the partner is told: 1 or more.", example = "2")
            int escalatingRePromise,

            @Schema(
                    description = "How many working days before a promised date its delay must be told: 0 to 10.",
                    example = "1")
            int noticeLead,

            @Schema(
                    description = "Who learns when, by kind of obligation, in working days from its due time.",
                    example = "{\"KEEP_INFORMED\": [{\"level\": \"WARNING\", \"workingDays\": -2},"
                            + " {\"level\": \"PARTNER\", \"workingDays\": 1}]}")
            Map<ObligationKind, List<Rung>> ladders,

            @Schema(
                    description = "How kinds of obligation are applied; one not named is enforced.",
                    example = "{\"DELAY_NOTICE\": \"WARN\"}")
            Map<ObligationKind, RuleMode> obligations,

            @Schema(
                    description = "How rules that may be switched are applied, by name; one not named is enforced.",
                    example = "{}")
            Map<String, RuleMode> rules,

            @Schema(
                    description = "The lawyer who confirmed the numbers; until then they have no legal effect.",
                    example = "Dr Maria Schmidt",
                    minLength = 1,
                    maxLength = 200)
            @Nullable
            String confirmedBy) {

        PolicyPack pack() {
            return new PolicyPack(
                    silenceLimit,
                    replyCutOff,
                    lateEntryWindow,
                    longestPromise,
                    escalatingRePromise,
                    noticeLead,
                    ladders,
                    obligations,
                    rules,
                    confirmedBy);
        }
    }

    @Operation(
            summary = "Publish a policy's next version",
            description = "For administrators and integrations. The first version makes the policy; the same pack again"
                    + " is no new version. “policy-default” comes with the ledger and is the firm's own from its first"
                    + " version here on.")
    @PostMapping(path = "/policies/{policy}/versions", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> publish(Caller caller, @PathVariable PolicyId policy, @RequestBody Pack body) {
        caller.integrationOr(ADMINISTRATOR);
        var command = new PublishPolicyVersion(policy, switches.checked(body.pack()));
        var receipt = commands.send(caller, command);
        return Answer.about(receipt, Long.toString(receipt.version() + 1), PATH + policy + "/versions/");
    }
}
