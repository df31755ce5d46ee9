package org.matterledger.command.policy;

import org.matterledger.command.LedgerCommand;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;

/** What can be asked about a policy pack. */
sealed interface PolicyCommand extends LedgerCommand {

    PolicyId policyId();

    @Override
    default String stream() {
        return policyId().value();
    }

    /** The firm's own word; the first version makes the policy, the same pack again is no new version. */
    record PublishPolicyVersion(PolicyId policyId, PolicyPack pack) implements PolicyCommand {}

    /**
     * What comes with the ledger; it never takes the place of the firm's own word.
     *
     * @param edition counts the editions that ever came with a ledger, from 1
     */
    record LoadEdition(PolicyId policyId, int edition, PolicyPack pack) implements PolicyCommand {}
}
