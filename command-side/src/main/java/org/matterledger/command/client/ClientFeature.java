package org.matterledger.command.client;

import org.matterledger.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class ClientFeature {

    @Bean
    AggregateType<Client, ClientState> clientStreams() {
        return new AggregateType<>("client", Client.class, Client::new, ClientState.class);
    }
}
