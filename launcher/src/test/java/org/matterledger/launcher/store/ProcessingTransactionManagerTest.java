package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProcessingTransactionManagerTest {

    private LedgerDataSource connections;
    private TransactionTemplate processing;

    @BeforeEach
    void open() {
        connections = new LedgerDataSource(TestDatabase.fresh());
        processing = new TransactionTemplate(new ProcessingTransactionManager(connections));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void lets_the_commit_of_a_view_not_wait_for_the_disk() {
        assertThat(within(processing)).isEqualTo("off");
    }

    @Test
    void lets_every_other_commit_wait() {
        within(processing);
        assertThat(waits()).isEqualTo("on");
        assertThat(within(new TransactionTemplate(new DataSourceTransactionManager(connections))))
                .isEqualTo("on");
    }

    private String within(TransactionTemplate transactions) {
        String answer = transactions.execute(transaction -> waits());
        return Objects.requireNonNull(answer);
    }

    private String waits() {
        return Objects.requireNonNull(JdbcClient.create(connections)
                .sql("show synchronous_commit")
                .query(String.class)
                .single());
    }
}
