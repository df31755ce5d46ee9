package org.matterledger.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.matterledger.command.AggregateType;
import org.matterledger.command.StreamReader;
import org.matterledger.events.LedgerEvent;
import org.matterledger.launcher.database.DatabaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What Axon gives out of the box on the same PostgreSQL: its JDBC event store, its tracking processor, its Jackson
 * serializer, the transaction manager and the pool that it is usually given, no cache.
 */
final class StockAxon implements AutoCloseable {

    private final DataSource dataSource;
    private final JacksonSerializer serializer = JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    private final AutoCloseable behind;

    /** On a database of its own, with a pool of its own, as its owner. */
    static StockAxon on(DatabaseAccess access) {
        var pool = pool(access);
        return new StockAxon(pool, new DataSourceTransactionManager(pool), pool);
    }

    /** Its tables beside the ledger's, in the ledger's database, on the ledger's connections and transactions. */
    static StockAxon beside(DatabaseAccess access, DataSource dataSource, PlatformTransactionManager transactions)
            throws SQLException {
        on(access).close();
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var grant = owner.createStatement()) {
            grant.execute("grant all on all tables in schema public to " + access.application());
            grant.execute("grant all on all sequences in schema public to " + access.application());
        }
        return new StockAxon(dataSource, transactions, () -> {});
    }

    private StockAxon(DataSource dataSource, PlatformTransactionManager transactionManager, AutoCloseable behind) {
        this.dataSource = dataSource;
        this.behind = behind;
        transactions = new SpringTransactionManager(transactionManager);
        connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
        if (behind instanceof HikariDataSource) {
            transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
            transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        }
        configurer
                .configureSerializer(c -> serializer)
                .configureCommandBus(c -> commandBus())
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(TransactionManager.class, c -> transactions)
                .registerComponent(TokenStore.class, c -> tokens)
                .registerComponent(StreamReader.class, StockAxon::neighbours);
    }

    private static HikariDataSource pool(DatabaseAccess access) {
        var config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.owner());
        config.setPassword(access.ownerPassword());
        return new HikariDataSource(config);
    }

    private CommandBus commandBus() {
        return SimpleCommandBus.builder().transactionManager(transactions).build();
    }

    private static StreamReader neighbours(Configuration configuration) {
        return streams -> read(configuration, streams);
    }

    private static Map<String, List<LedgerEvent>> read(Configuration configuration, Set<String> streams) {
        Map<String, List<LedgerEvent>> read = new HashMap<>();
        for (var stream : streams) {
            var events = new ArrayList<LedgerEvent>();
            configuration
                    .eventStore()
                    .readEvents(stream)
                    .forEachRemaining(event -> events.add((LedgerEvent) event.getPayload()));
            read.put(stream, events);
        }
        return read;
    }

    /** Handles the commands of a kind of stream. */
    StockAxon with(AggregateType<?, ?> type) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type.shell()));
        return this;
    }

    /** Follows the events with a handler, in Axon's default processor. */
    StockAxon following(Object handler) {
        configurer.eventProcessing().usingTrackingEventProcessors();
        configurer.eventProcessing().registerEventHandler(c -> handler);
        return this;
    }

    /** Forgets what an earlier run left. */
    void empty() {
        var database = JdbcClient.create(dataSource);
        database.sql("delete from domainevententry").update();
        database.sql("delete from tokenentry").update();
    }

    /** The configuration, to be started by the caller. */
    Configuration build() {
        return configurer.buildConfiguration();
    }

    @Override
    public void close() {
        try {
            behind.close();
        } catch (Exception e) {
            throw new IllegalStateException("Stock Axon's pool did not close", e);
        }
    }
}
