package org.matterledger.launcher.store;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.matterledger.command.WorkList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The work lists of this node: filled again on request, while the ledger runs. */
public final class WorkLists {

    private final Configuration axon;
    private final List<WorkList> lists;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    WorkLists(Configuration axon, List<WorkList> lists, DataSource database, PlatformTransactionManager transactions) {
        this.axon = axon;
        this.lists = List.copyOf(lists);
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Empties a work list and lets it take in the record again from its first event; returns when it has begun.
     *
     * @throws IllegalArgumentException when there is no such list
     */
    public void rebuild(String name) {
        var list = lists.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no work list " + name));
        var processor = axon.eventProcessingConfiguration().eventProcessor(name, StreamingEventProcessor.class);
        processor.ifPresent(StreamingEventProcessor::shutDown);
        try {
            transaction.executeWithoutResult(status -> empty(list));
        } finally {
            processor.ifPresent(StreamingEventProcessor::start);
        }
    }

    /** The token goes first: a batch in progress on another node finds it gone, and rolls back. */
    private void empty(WorkList list) {
        database.sql(
                        "update command.token set token = null, token_type = null, owner = null where processor_name = :name")
                .param("name", list.name())
                .update();
        list.reset().run();
    }
}
