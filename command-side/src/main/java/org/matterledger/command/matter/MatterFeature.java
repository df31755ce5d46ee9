package org.matterledger.command.matter;

import org.matterledger.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class MatterFeature {

    @Bean
    AggregateType<Matter, MatterState> matterStreams() {
        return new AggregateType<>("matter", Matter.class, Matter::new, MatterState.class);
    }
}
