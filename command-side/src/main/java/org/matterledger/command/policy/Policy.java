package org.matterledger.command.policy;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.policy.PolicyCommand.LoadEdition;
import org.matterledger.command.policy.PolicyCommand.PublishPolicyVersion;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.PolicyEvent;

/** A policy pack of the firm through its versions; what was owed under one is reckoned with that one. */
final class Policy extends LedgerAggregate<PolicyState> {

    Policy() {
        super(PolicyState.BLANK);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(PublishPolicyVersion command, LedgerTime now) {
        return record(PolicyDecisions.decide(state(), command, now));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(LoadEdition command, LedgerTime now) {
        return record(PolicyDecisions.decide(state(), command, now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((PolicyEvent) event).policyId().value();
    }
}
