package org.matterledger.events;

import java.time.Instant;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;

/** Versions of a policy pack; every due date names the version that it was reckoned with. */
public sealed interface PolicyEvent extends LedgerEvent {

    PolicyId policyId();

    /**
     * The firm set the numbers by which it measures itself.
     *
     * @param version counts from 1; the event's sequence in the policy's stream plus one
     */
    @EventType(name = "policy.version-published")
    record PolicyVersionPublished(PolicyId policyId, int version, PolicyPack pack, Instant occurredAt)
            implements PolicyEvent {}
}
