package org.matterledger.launcher;

import org.matterledger.command.policy.PolicyPort;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Sees that there is a policy to reckon by before the first request is taken. Only where commands are: a console leaves
 * the record as it is, and a node of the query side records nothing.
 */
@Component
@Profile("command")
final class PolicyAtStart implements SmartInitializingSingleton {

    private final PolicyPort policies;

    PolicyAtStart(PolicyPort policies) {
        this.policies = policies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        policies.loadDefault();
    }
}
