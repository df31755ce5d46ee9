package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.transaction.PlatformTransactionManager;

/** What must hold before the first event is written or read: a ledger that can't keep its word does not start. */
final class Wiring {

    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private Wiring() {}

    /** The framework's own data source would be a second, silent one, with transactions that don't hold ours. */
    static LedgerDataSource ours(DataSource dataSource, PlatformTransactionManager transactions) {
        if (!(dataSource instanceof LedgerDataSource ours)) {
            throw new CannotRun("the data source is not the ledger's but " + dataSource.getClass());
        }
        if (!(transactions instanceof ProcessingTransactionManager of) || of.getDataSource() != ours) {
            throw new CannotRun("the transaction manager is not the ledger's but " + transactions.getClass());
        }
        return ours;
    }

    /** Without a transaction around it, a processor's token and its rows part at the first failure. */
    static Configuration transactional(Configuration axon) {
        var processing = axon.eventProcessingConfiguration();
        processing.eventProcessors().forEach((name, processor) -> {
            if (!(processor instanceof StreamingEventProcessor)) {
                throw new CannotRun("the processor " + name + " does not follow the record from a token");
            }
            if (!(processing.transactionManager(name) instanceof SpringTransactionManager)
                    || !(processing.tokenStore(name) instanceof LedgerTokenStore)) {
                throw new CannotRun("the processor " + name + " does not write its rows and token in one transaction");
            }
        });
        return axon;
    }

    /** What is answered as recorded must survive a power cut. */
    static void durable(ConnectionSource source) {
        try (var connection = source.open();
                var query = connection.prepareStatement("select current_setting(?)")) {
            for (var setting : DURABILITY) {
                query.setString(1, setting);
                try (var row = query.executeQuery()) {
                    row.next();
                    if (row.getString(1).equals("off")) {
                        throw new CannotRun("the database would lose recorded events in a power cut: " + setting
                                + " is off; turn it on");
                    }
                }
            }
        } catch (SQLException e) {
            throw new CannotRun("the database can't be asked how it keeps its data: " + e.getMessage(), e);
        }
    }
}
