package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.annotation.SourceId;
import org.junit.jupiter.api.Test;
import org.matterledger.command.LedgerCommand;
import org.matterledger.events.StaffEvent;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.query.Projection;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes write to the same streams at once and follow the record with the same views. */
class TwoNodesTest {

    private static final int STREAMS = 40;
    private static final int CALLERS = 24;
    private static final int EVENTS = 50_000;
    private static final int AT_ONCE = 60;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final List<String> streams =
            IntStream.range(0, STREAMS).mapToObj(i -> StaffId.random().value()).toList();
    private final AtomicInteger accepted = new AtomicInteger();

    /** The events that a command was told it recorded: so many, ending with that version. */
    private record Accepted(TestNode node, String stream, long version, int events) {}

    /** Writes down every event once; a second time would break the table's key. */
    private record Diary(String name, JdbcClient database) implements Projection {

        @EventHandler
        void on(
                StaffEvent event,
                EventMessage<?> message,
                TrackingToken token,
                @SourceId String stream,
                @SequenceNumber long sequence) {
            database.sql(
                            "insert into query.diary (view, event_id, position, stream, sequence) values (?, ?::uuid, ?, ?, ?)")
                    .params(
                            name,
                            message.getIdentifier(),
                            token.position().orElseThrow(),
                            event.staffId().value(),
                            sequence)
                    .update();
            assertThat(stream).isEqualTo(event.staffId().value());
        }

        @Override
        public void reset() {
            database.sql("delete from query.diary where view = ?").param(name).update();
        }
    }

    @Test
    void lose_nothing_double_nothing_and_keep_every_order() throws Exception {
        createDiary();
        try (var one = node();
                var other = node()) {
            streams.forEach(stream -> one.send(new Begin(stream)));
            var nodes = List.of(one, other);
            var answers = new ConcurrentLinkedQueue<Accepted>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var caller = 0; caller < CALLERS; caller++) {
                    var number = caller;
                    callers.submit(() -> write(nodes.get(number % 2), number, answers));
                }
                callers.submit(() -> passTheTokensAround(nodes));
            }
            assertThat(handOvers(answers))
                    .as("turns from node to node in a stream")
                    .isGreaterThan(STREAMS);
            assertThat(answers.stream().mapToInt(Accepted::events).sum()).isGreaterThanOrEqualTo(EVENTS);
            new RecordCheck(one.database).isWhole();
            everyAcceptedCommandStandsOnce(one, answers);
            everyViewSawEveryEventOnceInOrder(one);
        }
    }

    private TestNode node() {
        var node = new TestNode(access);
        return node.start(new Diary("diary-of-one", node.database), new Diary("diary-of-another", node.database));
    }

    private Void write(TestNode node, int caller, Collection<Accepted> answers) {
        for (var i = caller; accepted.get() < EVENTS; i++) {
            var stream = streams.get(i % STREAMS);
            var events = i % 3 == 0 ? 1 : AT_ONCE;
            LedgerCommand command = events == 1 ? new Change(stream) : new ChangeOften(stream, events);
            try {
                answers.add(new Accepted(node, stream, node.send(command).version(), events));
                accepted.addAndGet(events);
            } catch (LedgerUnavailable lostTheRaceTooOften) {
                // Told to try again; the next round does.
            }
        }
        return null;
    }

    /** How often a node wrote on where the other had just written: without that, nothing here would be put to the test. */
    private static long handOvers(Collection<Accepted> answers) {
        return answers.stream().collect(Collectors.groupingBy(Accepted::stream)).values().stream()
                .map(parts -> parts.stream()
                        .sorted(Comparator.comparingLong(Accepted::version))
                        .toList())
                .mapToLong(parts -> IntStream.range(1, parts.size())
                        .filter(i -> parts.get(i).node() != parts.get(i - 1).node())
                        .count())
                .sum();
    }

    /** The views' tokens go from node to node while events come in. */
    private Void passTheTokensAround(List<TestNode> nodes) {
        for (var round = 0; accepted.get() < EVENTS; round++) {
            var next = EVENTS / 12 * round;
            eventually("some more events", () -> accepted.get() >= Math.min(next, EVENTS));
            var processing = nodes.get(round % 2).axon().eventProcessingConfiguration();
            for (var view : List.of("diary-of-one", "diary-of-another")) {
                processing
                        .eventProcessor(view, PooledStreamingEventProcessor.class)
                        .ifPresent(processor -> processor.releaseSegment(0, 1, TimeUnit.SECONDS));
            }
        }
        return null;
    }

    private void everyAcceptedCommandStandsOnce(TestNode node, Collection<Accepted> answers) {
        var byStream = answers.stream().collect(Collectors.groupingBy(Accepted::stream));
        byStream.forEach((stream, parts) -> {
            var next = 0L;
            for (var part : parts.stream()
                    .sorted((a, b) -> Long.compare(a.version(), b.version()))
                    .toList()) {
                assertThat(part.version() - part.events()).as(stream).isEqualTo(next);
                next = part.version();
            }
            assertThat(new RecordCheck(node.database).events(stream, "staff.roles-changed"))
                    .isEqualTo(next);
        });
    }

    private void everyViewSawEveryEventOnceInOrder(TestNode node) {
        var record = new RecordCheck(node.database);
        var head = node.record.head();
        eventually("both views are there", () -> record.number("select count(*) from query.diary") == 2 * head);
        assertThat(record.number("select count(*) from query.dead_letter")).isZero();
        assertThat(record.number("""
                select count(*) from (
                    select position, row_number() over (partition by view order by taken) as place from query.diary) d
                where position <> place""")).as("events taken in out of order").isZero();
        assertThat(record.number("""
                select count(*) from query.diary d join ledger.event e using (event_id)
                where (d.position, d.stream, d.sequence) = (e.position, e.stream, e.sequence)""")).isEqualTo(2 * head);
    }

    private void createDiary() throws SQLException {
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("""
                    create table query.diary (
                        view text, event_id uuid, position bigint, stream text, sequence bigint,
                        taken bigint generated always as identity, primary key (view, event_id))""");
            statement.execute("grant select, insert, delete on query.diary to " + access.application());
        }
    }
}
