package org.matterledger.launcher.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.axonframework.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CausedCommands;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.command.SagaType;
import org.matterledger.events.EventTypes;
import org.matterledger.events.StaffEvent;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.launcher.vault.MasterKey;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node of the ledger over a database, as the launcher wires it, without the web. */
final class TestNode implements AutoCloseable {

    static {
        // processors back off for seconds after a failure, and a busy machine makes them more
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private static final KeyedHash HASH = new KeyedHash(MasterKey.random());

    final LedgerDataSource dataSource;
    final EventCodec codec;
    final RecordStore record;
    final StreamMemory memory;
    final NeighbourStreams neighbours;
    final LedgerCommandBus bus;
    final ExecutorService snapshotting = Executors.newSingleThreadExecutor();
    final JdbcClient database;
    final LedgerSerializer serializer;
    final ProcessingTransactionManager transactions;
    final ViewNews news = new ViewNews();
    private CausedCommands causing;
    private List<Projection> views = List.of();
    private @Nullable Configuration axon;

    TestNode(DatabaseAccess access) {
        this(access, new SystemLedgerClock(), AppendConnection::new, List.of());
    }

    TestNode(
            DatabaseAccess access,
            LedgerClock clock,
            Function<ConnectionSource, AppendConnection> append,
            List<EventUpcaster> upcasters) {
        this(access, clock, append, PostgresRecordStore.QUEUE, PostgresRecordStore.PATIENCE, upcasters);
    }

    TestNode(
            DatabaseAccess access,
            LedgerClock clock,
            Function<ConnectionSource, AppendConnection> append,
            int queue,
            Duration patience,
            List<EventUpcaster> upcasters) {
        this(
                access,
                clock,
                (dataSource, codec) -> new PostgresRecordStore(
                        dataSource, append.apply(dataSource), queue, patience, dataSource, codec),
                upcasters);
    }

    private TestNode(
            DatabaseAccess access,
            LedgerClock clock,
            BiFunction<LedgerDataSource, EventCodec, RecordStore> store,
            List<EventUpcaster> upcasters) {
        dataSource = new LedgerDataSource(access);
        codec = new EventCodec(EventJson.mapper(), EventTypes.all(), upcasters);
        record = store.apply(dataSource, codec);
        memory = new StreamMemory(
                record.events(),
                new Snapshots(dataSource, EventJson.mapper()),
                snapshotting,
                List.of(Colleague.TYPE),
                10_000);
        neighbours = new NeighbourStreams(record);
        bus = new LedgerCommandBus(
                new CommandExecution(record, memory, new StreamLocks(), neighbours, clock, new Correlation()));
        database = JdbcClient.create(dataSource);
        serializer = new LedgerSerializer(codec);
        transactions = new ProcessingTransactionManager(dataSource);
        causing = new LedgerCausedCommands(bus, HASH);
    }

    /** Puts something around the port by which sagas send commands, before the node starts. */
    void causing(UnaryOperator<CausedCommands> around) {
        causing = around.apply(causing);
    }

    /** A node whose record is kept elsewhere; all else is in the database. */
    static TestNode over(DatabaseAccess access, Function<EventCodec, RecordStore> store) {
        return new TestNode(access, new SystemLedgerClock(), (dataSource, codec) -> store.apply(codec), List.of());
    }

    /** Starts handling commands, and following the record with projections and sagas. */
    TestNode start(List<Projection> projections, List<Class<?>> sagas) {
        views = projections;
        new DepartedNodes(database).releaseClaims();
        forms().bringUpToDate();
        var processing = processing().neighbours(neighbours).causing(causing);
        projections.forEach(processing::projection);
        sagas.forEach(saga -> processing.saga(new SagaType<>(
                saga.getSimpleName(),
                saga,
                Map.of(),
                event -> event instanceof StaffEvent about ? about.staffId() : null)));
        var configuration = processing.build(List.of(Colleague.TYPE));
        configuration.start();
        axon = configuration;
        return this;
    }

    TestNode start(Projection... projections) {
        return start(List.of(projections), List.of());
    }

    Processing processing() {
        return new Processing(record, serializer, dataSource, transactions, bus, news);
    }

    ViewForms forms() {
        return new ViewForms(views, EventTypes.all(), dataSource, transactions);
    }

    ViewPositions positions() {
        return new ViewPositions(record, database, EventTypes.all(), views, List.of(), List.of(), news);
    }

    DeadLetters deadLetters() {
        return new DeadLetters(record, views, axon().parameterResolverFactory(), dataSource, transactions);
    }

    Views views() {
        return new Views(axon(), forms(), positions(), views);
    }

    StoreHealth health(DeadLetters letters) {
        return new ProcessorHealth(axon(), views(), letters);
    }

    Configuration axon() {
        if (axon == null) {
            throw new IllegalStateException("The node is not started");
        }
        return axon;
    }

    Receipt send(LedgerCommand command) {
        return send(caller(null, "", null), command);
    }

    Receipt send(String key, LedgerCommand command) {
        return send(caller(key, command.toString(), null), command);
    }

    Receipt send(Caller caller, LedgerCommand command) {
        return port().send(caller, command);
    }

    LedgerCommandPort port() {
        return new LedgerCommandPort(bus, HASH);
    }

    static Caller caller(@Nullable String key, String fingerprint, @Nullable Long expectedVersion) {
        return new Caller("integration:test", null, Set.of(), key, fingerprint, expectedVersion, "live", null);
    }

    static Caller callerAt(Instant time) {
        return new Caller("integration:test", null, Set.of(), null, "", null, "live", time);
    }

    @Override
    public void close() {
        if (axon != null) {
            axon.shutdown();
        }
        record.close();
        snapshotting.shutdown();
        dataSource.close();
    }
}
