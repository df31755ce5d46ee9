package org.matterledger.command.followup;

import java.time.Duration;
import java.util.Map;
import org.matterledger.command.SagaType;
import org.matterledger.command.StreamReader;
import org.matterledger.events.ObligationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the launcher sees of this feature, beside its outbox. */
@Configuration(proxyBeanMethods = false)
class FollowUpFeature {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @Bean
    Outbox outbox(JdbcClient database, StreamReader streams) {
        return new Outbox(database, new Windows(streams), LEASE);
    }

    @Bean
    @Profile("command")
    SagaType<FollowUpSaga> followUp(Outbox outbox, StreamReader streams) {
        return type(outbox, streams);
    }

    static SagaType<FollowUpSaga> type(Outbox outbox, StreamReader streams) {
        return new SagaType<>(
                "follow-up",
                FollowUpSaga.class,
                Map.of(
                        Outbox.class,
                        outbox,
                        Addressees.class,
                        new Addressees(streams, new Windows(streams)),
                        Duties.class,
                        new Duties(streams)),
                event -> event instanceof ObligationEvent verdict ? verdict.obligationId() : null);
    }
}
