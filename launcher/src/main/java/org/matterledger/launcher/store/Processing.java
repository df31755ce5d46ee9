package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.modelling.saga.repository.NoResourceInjector;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.matterledger.command.AggregateType;
import org.matterledger.command.Automation;
import org.matterledger.command.CausedCommands;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerState;
import org.matterledger.command.SagaType;
import org.matterledger.command.StreamReader;
import org.matterledger.command.WorkList;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon's configuration, made by hand and without its auto-configuration: our bus, our store, processors that propagate
 * every error, dead letters for projections, and nothing that looks for updates.
 */
final class Processing {

    private static final int BATCH = 500;
    static final Duration CLAIM = Duration.ofSeconds(5);
    private static final long CLAIM_INTERVAL_MS = 1000;
    private static final long EXTEND_CLAIM_MS = 1500;

    private final RecordStore record;
    private final LedgerSerializer serializer;
    private final LedgerDataSource database;
    private final WaitingEvents waiting;
    private final ViewNews news;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Configurer configurer = DefaultConfigurer.defaultConfiguration(false);

    Processing(
            RecordStore record,
            LedgerSerializer serializer,
            LedgerDataSource database,
            PlatformTransactionManager transactions,
            LedgerCommandBus bus,
            ViewNews news) {
        this.record = record;
        this.serializer = serializer;
        this.database = database;
        this.waiting = new WaitingEvents(JdbcClient.create(database));
        this.news = news;
        this.transactions = new SpringTransactionManager(transactions);
        this.connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        configurer
                .configureCommandBus(c -> bus)
                .configureEventStore(c -> record.events())
                .configureEventSerializer(c -> serializer)
                .configureSerializer(c -> serializer.rest())
                .configureMessageSerializer(c -> serializer.rest())
                .configureCorrelationDataProviders(c -> List.of(new Correlation()))
                // what sagas need, their handlers take as parameters: Axon's injector would search each for annotations
                .configureResourceInjector(c -> NoResourceInjector.INSTANCE)
                .registerComponent(TransactionManager.class, c -> this.transactions);
        configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> Processing::propagate)
                .registerDefaultSequencingPolicy(c -> SequentialPerAggregatePolicy.instance());
    }

    /** An error too must end the batch as an exception does: Axon's worker would otherwise never work again. */
    private static void propagate(ErrorContext failed) throws Exception {
        if (failed.error() instanceof Exception exception) {
            throw exception;
        }
        throw new EventProcessingException(
                failed.eventProcessor() + " failed: " + failed.error().getMessage(), failed.error());
    }

    /** Lets command handlers take a neighbour's facts as a parameter. */
    Processing neighbours(StreamReader streams) {
        configurer.registerComponent(StreamReader.class, c -> streams);
        return this;
    }

    /** Lets sagas and automations take what they send commands with as a parameter. */
    Processing causing(CausedCommands commands) {
        configurer.registerComponent(CausedCommands.class, c -> commands);
        return this;
    }

    /** A projection gets a processor, a token and dead letters of its own. */
    Processing projection(Projection projection) {
        var name = projection.name();
        processor(name, "query.token");
        configurer
                .eventProcessing()
                .registerEventHandler(
                        c -> new ProjectionHandler(projection, c.parameterResolverFactory(), database, waiting, news))
                .assignHandlerInstancesMatching(name, handler -> isOf(handler, projection));
        return this;
    }

    private static boolean isOf(Object handler, Projection projection) {
        return handler instanceof ProjectionHandler known && known.projects(projection);
    }

    /** A saga follows the record from its first event, so that deleting its rows and token rebuilds it. */
    <T> Processing saga(SagaType<T> type) {
        processor(type.name(), "command.token");
        type.parts().forEach(this::part);
        configurer
                .eventProcessing()
                .registerSaga(
                        type.saga(),
                        saga -> saga.configureSagaStore(
                                c -> new LedgerSagaStore(database, serializer.rest(), type.about())))
                .assignHandlerTypesMatching(type.name(), handler -> handler.equals(type.saga()));
        return this;
    }

    @SuppressWarnings("unchecked")
    private <P> void part(Class<P> type, Object part) {
        configurer.registerComponent(type, c -> (P) part);
    }

    /** A work list's handlers share one processor, and meet the events in their order. */
    Processing workList(WorkList list) {
        processor(list.name(), "command.token");
        for (var handler : list.handlers()) {
            configurer.eventProcessing().registerEventHandler(c -> handler);
        }
        configurer
                .eventProcessing()
                .assignHandlerInstancesMatching(
                        list.name(), candidate -> list.handlers().stream().anyMatch(known -> known == candidate));
        return this;
    }

    /** An automation's handler has a processor of its own. */
    Processing automation(Automation automation) {
        return workList(new WorkList(automation.name(), List.of(automation.handler()), () -> {}));
    }

    private void processor(String name, String tokenTable) {
        EventProcessingConfigurer events = configurer.eventProcessing();
        events.registerTokenStore(name, c -> tokens(tokenTable))
                .registerTransactionManager(name, c -> transactions)
                .registerPooledStreamingEventProcessor(
                        name,
                        Configuration::eventStore,
                        (c, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH)
                                .tokenClaimInterval(CLAIM_INTERVAL_MS)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .claimExtensionThreshold(EXTEND_CLAIM_MS));
    }

    private TokenStore tokens(String table) {
        return new LedgerTokenStore(JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer.rest())
                .schema(TokenSchema.builder()
                        .setTokenTable(table)
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .claimTimeout(CLAIM)
                .nodeId(database.node())
                .contentType(byte[].class));
    }

    /** The configuration, not started yet, with the handlers of every kind of stream on the bus. */
    Configuration build(List<AggregateType<?, ?>> types) {
        var configuration = configurer.buildConfiguration();
        types.forEach(type -> subscribe(configuration, type));
        return Wiring.transactional(configuration);
    }

    private <A extends LedgerAggregate<S>, S extends LedgerState<S>> void subscribe(
            Configuration configuration, AggregateType<A, S> type) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type.shell(), configuration.parameterResolverFactory());
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(type.shell())
                .aggregateModel(model)
                .repository(new LedgerRepository<>(type, model, record.events()))
                .commandTargetResolver(LedgerRepository::target)
                .creationPolicyAggregateFactory(ignored -> type.blank().get())
                .build()
                .subscribe(configuration.commandBus());
    }
}
