package org.matterledger.command.staff;

import org.matterledger.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class StaffFeature {

    @Bean
    AggregateType<StaffMember, StaffState> staffStreams() {
        return new AggregateType<>("staff", StaffMember.class, StaffMember::new, StaffState.class);
    }
}
