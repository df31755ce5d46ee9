package org.matterledger.launcher.store;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of processors: rows and token commit together, on a connection of the processors' pool.
 *
 * <p>Their commits don't wait for the disk. What a crash of the database takes back are the last moments of a view, its
 * token with them, and the view takes the same events in again; while the disk that an append waits for is spared two
 * waits for each event. A key that is made or destroyed meanwhile has a connection of its own, which does wait.
 */
final class ProcessingTransactionManager extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient LedgerDataSource connections;

    ProcessingTransactionManager(LedgerDataSource connections) {
        super(connections);
        this.connections = connections;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        connections.processing(true);
        try {
            super.doBegin(transaction, definition);
        } finally {
            connections.processing(false);
        }
    }
}
