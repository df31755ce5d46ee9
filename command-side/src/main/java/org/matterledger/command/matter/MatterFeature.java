package org.matterledger.command.matter;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.matterledger.command.AggregateType;
import org.matterledger.command.Chore;
import org.matterledger.command.CommandPort;
import org.matterledger.command.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class MatterFeature {

    /** Longer than a command waits for its stream and its append. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    AggregateType<Matter, MatterState> matterStreams() {
        return new AggregateType<>("matter", Matter.class, Matter::new, MatterState.class);
    }

    @Bean
    @Profile("command")
    WorkList dueMatters(DataSource database) {
        return dueMattersIn(new JdbcTemplate(database));
    }

    @Bean
    @Profile("command")
    Chore sweep(JdbcClient database, PlatformTransactionManager transactions, CommandPort commands) {
        return new Sweep(new DueList(database, transactions, LEASE), commands);
    }

    static WorkList dueMattersIn(JdbcTemplate jdbc) {
        var rows = new DueRows(jdbc);
        return new WorkList(
                "due-matters",
                List.of(new DueListKeeper(rows), new WhenCalendarVersionPublishedReplanMatters(rows)),
                rows::reset);
    }
}
