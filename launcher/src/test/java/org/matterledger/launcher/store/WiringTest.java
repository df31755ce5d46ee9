package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WiringTest {

    private final DatabaseAccess access = ColleagueView.withTable(TestDatabase.fresh());
    private final TestNode node = new TestNode(access);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void takes_the_ledgers_own_data_source_and_transactions() {
        assertThatCode(() -> Wiring.ours(node.dataSource, node.transactions)).doesNotThrowAnyException();
    }

    @Test
    void refuses_the_frameworks_data_source() {
        assertThatThrownBy(() -> Wiring.ours(new DriverManagerDataSource(), node.transactions))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("data source");
    }

    @Test
    void refuses_transactions_that_do_not_hold_the_tokens() {
        assertThatThrownBy(() -> Wiring.ours(node.dataSource, new DataSourceTransactionManager(node.dataSource)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("transaction manager");
    }

    @Test
    void refuses_a_processor_without_a_transaction() {
        var configurer = DefaultConfigurer.defaultConfiguration(false).configureEventStore(c -> node.record.events());
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerEventHandler(c -> new ColleagueView(node.database, ColleagueView.NONE));
        assertThatThrownBy(() -> Wiring.transactional(configurer.buildConfiguration()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("one transaction");
    }

    @Test
    void takes_a_processor_of_ours() {
        var processing = node.processing().projection(new ColleagueView(node.database, ColleagueView.NONE));
        assertThatCode(() -> processing.build(List.of())).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_database_that_forgets_what_it_answered() throws SQLException {
        assertThatCode(() -> Wiring.durable(node.dataSource)).doesNotThrowAnyException();
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("alter database %s set synchronous_commit = off".formatted(owner.getCatalog()));
        }
        assertThatThrownBy(() -> Wiring.durable(node.dataSource))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("synchronous_commit is off");
    }
}
