package org.matterledger.command.policy;

import static org.matterledger.values.ObligationKind.KEEP_INFORMED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.policy.PolicyCommand.LoadEdition;
import org.matterledger.command.policy.PolicyCommand.PublishPolicyVersion;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.values.CutOff;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Rung;

/** A firm's ordinary numbers, and others. */
final class SamplePolicy {

    static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
    static final PolicyId POLICY = new PolicyId("policy-default");

    private SamplePolicy() {}

    /** The numbers that a pack is asked for, the rest of it being ordinary. */
    record Numbers(int silenceLimit, int lateEntryWindow, int longestPromise, int escalatingRePromise, int noticeLead) {

        static final Numbers ORDINARY = new Numbers(14, 2, 30, 2, 1);

        PolicyPack pack() {
            return new PolicyPack(
                    silenceLimit,
                    new CutOff("15:00"),
                    lateEntryWindow,
                    longestPromise,
                    escalatingRePromise,
                    noticeLead,
                    Map.of(KEEP_INFORMED, List.of(new Rung(Level.WARNING, -2), new Rung(Level.PARTNER, 1))),
                    Map.of(),
                    Map.of(),
                    null);
        }
    }

    static PolicyPack ordinary() {
        return Numbers.ORDINARY.pack();
    }

    static PolicyPack limit(int days) {
        return new Numbers(days, 2, 30, 2, 1).pack();
    }

    static PolicyPack ladder(ObligationKind kind, Rung... rungs) {
        return new PolicyPack(14, CutOff.CLOSE, 2, 30, 2, 1, Map.of(kind, List.of(rungs)), Map.of(), Map.of(), null);
    }

    static PublishPolicyVersion publish(PolicyPack pack) {
        return new PublishPolicyVersion(POLICY, pack);
    }

    static LoadEdition load(int edition, PolicyPack pack) {
        return new LoadEdition(POLICY, edition, pack);
    }

    /** @param edition none for the firm's own word */
    static PolicyVersionPublished published(int version, PolicyPack pack, @Nullable Integer edition) {
        return new PolicyVersionPublished(POLICY, version, pack, edition, NOW);
    }
}
