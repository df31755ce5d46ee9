package org.matterledger.launcher.store;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Transactions of processors: rows and token commit together, on a connection of the processors' pool. */
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
