package org.matterledger.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What Axon gives out of the box on the same PostgreSQL: its JDBC event store, its tracking processor, its Jackson
 * serializer, the transaction manager and the pool that it is usually given, no cache.
 */
final class StockAxon implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JacksonSerializer serializer = JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Configurer configurer = DefaultConfigurer.defaultConfiguration(false);

    /** @param access to a database in which the owner may create Axon's own tables */
    StockAxon(DatabaseAccess access) {
        dataSource = pool(access);
        transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        configurer
                .configureSerializer(c -> serializer)
                .configureCommandBus(c -> commandBus())
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(TransactionManager.class, c -> transactions)
                .registerComponent(TokenStore.class, c -> tokens())
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

    private TokenStore tokens() {
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        return tokens;
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

    HikariDataSource dataSource() {
        return dataSource;
    }

    /** The configuration, to be started by the caller. */
    Configuration build() {
        return configurer.buildConfiguration();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
