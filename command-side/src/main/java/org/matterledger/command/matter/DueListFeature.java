package org.matterledger.command.matter;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.matterledger.command.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The due list: what keeps it, and what reads it. */
@Configuration(proxyBeanMethods = false)
@Profile("command")
class DueListFeature {

    /** Longer than a command waits for its stream and its append. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    WorkList dueMatters(DataSource database) {
        var rows = new DueRows(new JdbcTemplate(database));
        return new WorkList(
                "due-matters",
                List.of(new DueListKeeper(rows), new WhenCalendarVersionPublishedReplanMatters(rows)),
                rows::reset);
    }

    @Bean
    DueList dueList(JdbcClient database, PlatformTransactionManager transactions) {
        return new DueList(database, transactions, LEASE);
    }
}
