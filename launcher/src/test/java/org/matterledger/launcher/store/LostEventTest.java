package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.values.StaffId;

/**
 * The reason for a store of our own: the stock one, with its default settings, loses a committed event for every
 * streaming reader (AxonFramework issue 4829). A has its place and is not committed, B comes after it, a reader passes by.
 */
class LostEventTest {

    private static final Duration OLDER_THAN_THE_GAP_TIMEOUT = Duration.ofSeconds(61);

    @Nested
    class The_stock_store {

        private final DatabaseAccess access = TestDatabase.blank();

        @Test
        void loses_an_event_whose_neighbour_is_said_to_be_a_minute_old() throws Exception {
            assertThat(dance(OLDER_THAN_THE_GAP_TIMEOUT)).containsExactly("before", "B");
        }

        @Test
        void does_not_lose_it_when_the_neighbour_is_young() throws Exception {
            assertThat(dance(Duration.ZERO)).containsExactly("before", "B", "A");
        }

        private List<String> dance(Duration ageOfB) throws Exception {
            try (var open = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                    var events = EmbeddedEventStore.builder()
                            .storageEngine(engine(this::connect))
                            .build()
                            .openStream(null)) {
                engine(this::connect).createSchema(PostgresEventTableFactory.INSTANCE);
                engine(this::connect).appendEvents(event("before", Duration.ZERO));
                var read = new ArrayList<>(passBy(events, 1));

                open.setAutoCommit(false);
                engine(() -> neverClosed(open)).appendEvents(event("A", Duration.ZERO));
                engine(this::connect).appendEvents(event("B", ageOfB));
                read.addAll(passBy(events, 1));
                open.commit();
                read.addAll(passBy(events, Integer.MAX_VALUE));
                return read;
            }
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
        }

        private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
            var serializer = JacksonSerializer.defaultSerializer();
            return JdbcEventStorageEngine.builder()
                    .connectionProvider(connections)
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .build();
        }

        private static GenericDomainEventMessage<String> event(String name, Duration age) {
            return new GenericDomainEventMessage<>(
                    "stream", name, 0, new GenericMessage<>(name), Instant.now().minus(age));
        }

        /** What the reader gets until nothing comes for a while. */
        private static List<String> passBy(BlockingStream<TrackedEventMessage<?>> events, int atMost)
                throws InterruptedException {
            var read = new ArrayList<String>();
            while (read.size() < atMost && events.hasNextAvailable(2, TimeUnit.SECONDS)) {
                read.add((String) events.nextAvailable().getPayload());
            }
            return read;
        }

        private static Connection neverClosed(Connection connection) {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    LostEventTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "close", "commit" -> null;
                        default -> method.invoke(connection, arguments);
                    });
        }
    }

    @Nested
    class Our_store {

        private final DatabaseAccess access = TestDatabase.fresh();

        @Test
        void lets_nobody_append_behind_an_append_that_is_not_committed() throws Exception {
            var b = StaffId.random().value();
            try (var node = new TestNode(access).start();
                    var open = new LedgerDataSource(access);
                    var connection = open.openForAppending();
                    var statement = connection.createStatement();
                    var events = node.record.events().openStream(null);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                statement.execute("begin");
                new AppendConnection(new Only(connection)).append(List.of(List.of(eventOf("staff-a"))));

                var sent = threads.submit(() -> node.send(new Begin(b)));
                eventually(
                        "B waits for the head",
                        () -> node.database
                                .sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database() and query like 'select ledger.append%')")
                                .query(Boolean.class)
                                .single());
                assertThat(events.hasNextAvailable(50, TimeUnit.MILLISECONDS))
                        .as("something to pass by")
                        .isFalse();
                assertThat(sent.isDone()).isFalse();
                statement.execute("commit");

                assertThat(sent.get().position()).isEqualTo(2);
                assertThat(events.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
                assertThat(node.database
                                .sql("select stream from ledger.event order by position")
                                .query(String.class)
                                .list())
                        .containsExactly("staff-a", b);
                assertThat(List.of(streamOf(events), streamOf(events))).containsExactly("staff-a", b);
            }
        }

        private static String streamOf(BlockingStream<TrackedEventMessage<?>> events) throws InterruptedException {
            return ((DomainEventMessage<?>) events.nextAvailable()).getAggregateIdentifier();
        }

        private static StoredEvent eventOf(String stream) {
            return new StoredEvent(
                    0,
                    UUID.randomUUID(),
                    stream,
                    "staff",
                    0,
                    "staff.left",
                    1,
                    Instant.now().minus(OLDER_THAN_THE_GAP_TIMEOUT),
                    "{\"staffId\":\"" + stream + "\",\"occurredAt\":\"2026-01-01T00:00:00Z\"}",
                    "{}");
        }
    }

    /** One connection that stays open. */
    private record Only(Connection connection) implements ConnectionSource {

        @Override
        public Connection open() {
            return connection;
        }

        @Override
        public Connection openForAppending() {
            return connection;
        }
    }
}
