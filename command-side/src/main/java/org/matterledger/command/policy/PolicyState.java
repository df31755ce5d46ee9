package org.matterledger.command.policy;

import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.PolicyEvent;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;

/** @param latest the current version; absent before the first */
record PolicyState(@Nullable PolicyVersionPublished latest) implements LedgerState<PolicyState> {

    static final PolicyState BLANK = new PolicyState(null);

    @Override
    public PolicyState evolve(LedgerEvent event) {
        return switch ((PolicyEvent) event) {
            case PolicyVersionPublished published -> new PolicyState(published);
        };
    }
}
