package org.matterledger.command.policy;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;

import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.policy.PolicyCommand.LoadEdition;
import org.matterledger.command.policy.PolicyCommand.PublishPolicyVersion;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;

/** Which numbers become the firm's. */
final class PolicyDecisions {

    private PolicyDecisions() {}

    static Outcome decide(PolicyState state, PublishPolicyVersion command, LedgerTime now) {
        return published(state, command.policyId(), command.pack(), null, now);
    }

    /** A newer edition follows an older one; where the firm spoke last, its word stands. */
    static Outcome decide(PolicyState state, LoadEdition command, LedgerTime now) {
        var latest = state.latest();
        if (latest != null && !older(latest.edition(), command.edition())) {
            return nothingNew();
        }
        return published(state, command.policyId(), command.pack(), command.edition(), now);
    }

    private static boolean older(@Nullable Integer loaded, int offered) {
        return loaded != null && loaded < offered;
    }

    private static Outcome published(
            PolicyState state, PolicyId policy, PolicyPack pack, @Nullable Integer edition, LedgerTime now) {
        var latest = state.latest();
        if (latest != null && latest.pack().equals(pack)) {
            return nothingNew();
        }
        var version = latest == null ? 1 : latest.version() + 1;
        return SoundPack.brokenRule(pack)
                .map(Outcome::refusedBy)
                .orElseGet(() -> events(new PolicyVersionPublished(policy, version, pack, edition, now.instant())));
    }
}
