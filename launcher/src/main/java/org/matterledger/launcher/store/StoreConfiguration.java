package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.matterledger.command.AggregateType;
import org.matterledger.command.Automation;
import org.matterledger.command.CausedCommands;
import org.matterledger.command.CommandPort;
import org.matterledger.command.MatterHistories;
import org.matterledger.command.SagaType;
import org.matterledger.command.Sources;
import org.matterledger.command.StreamReader;
import org.matterledger.command.WorkList;
import org.matterledger.events.EventTypes;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.Histories;
import org.matterledger.query.MatterRecord;
import org.matterledger.query.Present;
import org.matterledger.query.Projection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The store's beans. Data source and transaction manager are our own: the framework's guesses lose events. */
@org.springframework.context.annotation.Configuration
class StoreConfiguration {

    private static final int REMEMBERED_STREAMS = 10_000;
    private static final Duration DEAD_LETTER_PAUSE = Duration.ofSeconds(10);

    @Bean
    @ConditionalOnMissingBean
    LedgerClock ledgerClock() {
        return new SystemLedgerClock();
    }

    @Bean
    Present present(LedgerClock clock) {
        return clock::now;
    }

    @Bean
    LedgerDataSource dataSource(DatabaseAccess access) {
        return new LedgerDataSource(access);
    }

    @Bean
    PlatformTransactionManager transactionManager(LedgerDataSource dataSource) {
        return new ProcessingTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.all();
    }

    @Bean
    EventUpcaster correctionsJudgedAnew() {
        return new CorrectionsJudgedAnew();
    }

    @Bean
    EventCodec eventCodec(EventTypes types, List<EventUpcaster> upcasters) {
        return new EventCodec(EventJson.mapper(), types, upcasters);
    }

    @Bean
    RecordStore recordStore(
            @Value("${ledger.store:}") String asked,
            @Value("${ledger.axon-server:}") String axonServer,
            @Value("${ledger.append-queue:" + PostgresRecordStore.QUEUE + "}") int queue,
            LedgerDataSource dataSource,
            EventCodec codec,
            JdbcClient database) {
        Wiring.durable(dataSource);
        return new RecordOfHome(database)
                .open(
                        asked,
                        store -> store.equals(RecordOfHome.AXON_SERVER)
                                ? new AxonServerRecordStore(AxonServerAddress.parse(axonServer), codec)
                                : new PostgresRecordStore(dataSource, queue, dataSource, codec));
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotting() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("ledger-snapshots").daemon().factory());
    }

    @Bean
    StreamMemory streamMemory(
            RecordStore record, DataSource dataSource, ExecutorService snapshotting, List<AggregateType<?, ?>> types) {
        return new StreamMemory(
                record.events(),
                new Snapshots(dataSource, EventJson.mapper()),
                snapshotting,
                types,
                REMEMBERED_STREAMS);
    }

    @Bean
    LedgerCommandBus commandBus(
            RecordStore record, StreamMemory memory, NeighbourStreams neighbours, LedgerClock clock) {
        return new LedgerCommandBus(
                new CommandExecution(record, memory, new StreamLocks(), neighbours, clock, new Correlation()));
    }

    @Bean
    CommandPort commandPort(LedgerCommandBus bus, KeyedHash hash) {
        return new LedgerCommandPort(bus, hash);
    }

    @Bean
    Sources sources(RecordStore record, KeyedHash hash) {
        return new LedgerSources(record, hash);
    }

    @Bean
    NeighbourStreams streamReader(RecordStore record) {
        return new NeighbourStreams(record);
    }

    @Bean
    MatterRecord matterRecord(RecordStore record) {
        return new RecordedMatters(record);
    }

    @Bean
    Histories histories(MatterHistories matters) {
        return new ReckonedHistories(matters);
    }

    @Bean
    CausedCommands causedCommands(LedgerCommandBus bus, KeyedHash hash) {
        return new LedgerCausedCommands(bus, hash);
    }

    @Bean
    ViewNews viewNews() {
        return new ViewNews();
    }

    @Bean
    ViewPositions positions(
            RecordStore record,
            JdbcClient database,
            EventTypes types,
            List<Projection> views,
            List<SagaType<?>> sagas,
            List<WorkList> lists,
            ViewNews news) {
        return new ViewPositions(record, database, types, views, sagas, lists, news);
    }

    @Bean
    ViewForms viewForms(
            DataSource dataSource, PlatformTransactionManager transactions, EventTypes types, List<Projection> views) {
        return new ViewForms(views, types, dataSource, transactions);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(
            RecordStore record,
            EventCodec codec,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            LedgerCommandBus bus,
            StreamReader neighbours,
            CausedCommands commands,
            ViewNews news,
            ViewForms forms,
            List<AggregateType<?, ?>> types,
            List<Projection> views,
            List<WorkList> lists,
            List<Automation> automations,
            List<SagaType<?>> sagas) {
        var database = Wiring.ours(dataSource, transactions);
        new DepartedNodes(JdbcClient.create(database)).releaseClaims();
        forms.bringUpToDate();
        var processing = new Processing(record, new LedgerSerializer(codec), database, transactions, bus, news)
                .neighbours(neighbours)
                .causing(commands);
        views.forEach(processing::projection);
        lists.forEach(processing::workList);
        automations.forEach(processing::automation);
        sagas.forEach(processing::saga);
        return processing.build(types);
    }

    @Bean
    DeadLetters deadLetters(
            Configuration axon,
            RecordStore record,
            List<Projection> views,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        var letters = new DeadLetters(record, views, axon.parameterResolverFactory(), dataSource, transactions);
        letters.everySoOften(DEAD_LETTER_PAUSE);
        return letters;
    }

    @Bean
    Views views(Configuration axon, ViewForms forms, ViewPositions positions, List<Projection> views) {
        return new Views(axon, forms, positions, views);
    }

    @Bean
    WorkLists workLists(
            Configuration axon, List<WorkList> lists, DataSource dataSource, PlatformTransactionManager transactions) {
        return new WorkLists(axon, lists, dataSource, transactions);
    }

    @Bean
    StoreHealth storeHealth(Configuration axon, Views views, DeadLetters letters) {
        return new ProcessorHealth(axon, views, letters);
    }
}
