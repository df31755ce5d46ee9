package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;

/** Versions of a policy pack; every due date names the version that it was reckoned with. */
public sealed interface PolicyEvent extends LedgerEvent {

    PolicyId policyId();

    /**
     * The firm, or the ledger's own default where the firm has said nothing, set the numbers.
     *
     * @param version counts from 1; the event's sequence in the policy's stream plus one
     * @param edition which edition of the file that comes with the ledger it is; absent for the firm's own word
     */
    @EventType(name = "policy.version-published")
    record PolicyVersionPublished(
            PolicyId policyId,
            int version,
            PolicyPack pack,
            @Nullable Integer edition,
            Instant occurredAt) implements PolicyEvent {}
}
