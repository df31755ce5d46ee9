package org.matterledger.command.policy;

import org.matterledger.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the launcher sees of this feature, beside its port. */
@Configuration(proxyBeanMethods = false)
class PolicyFeature {

    @Bean
    AggregateType<Policy, PolicyState> policyStreams() {
        return new AggregateType<>("policy", Policy.class, Policy::new, PolicyState.class);
    }
}
