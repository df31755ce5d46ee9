package org.matterledger.command.matter;

import org.matterledger.command.AggregateType;
import org.matterledger.command.Chore;
import org.matterledger.command.CommandPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class MatterFeature {

    @Bean
    AggregateType<Matter, MatterState> matterStreams() {
        return new AggregateType<>("matter", Matter.class, Matter::new, MatterState.class);
    }

    @Bean
    @Profile("command")
    Chore sweep(DueList due, CommandPort commands) {
        return new Sweep(due, commands);
    }
}
