package org.matterledger.launcher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.CausedCommands;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.values.StaffId;

class SagaTest {

    private static final String DEPUTY = "staff-00000000000000000000000000000001";

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String colleague = StaffId.random().value();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger stumbles = new AtomicInteger();
    private TestNode node = new TestNode(access);

    /** Whenever a colleague's roles change, those of the deputy do. Public, since Axon makes sagas by reflection. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class DeputySaga {

        private int changes;

        public DeputySaga() {}

        @StartSaga
        @SagaEventHandler(associationProperty = "staffId")
        void on(StaffRegistered event) {
            changes = 0;
        }

        @SagaEventHandler(associationProperty = "staffId")
        void on(StaffRolesChanged event, EventMessage<?> cause, CausedCommands commands) {
            changes++;
            if (!event.staffId().value().equals(DEPUTY)) {
                commands.send(new Change(DEPUTY), cause, "the deputy changes too");
            }
        }
    }

    @BeforeEach
    void start() {
        follow();
        node.send(new Begin(DEPUTY));
        node.send(new Begin(colleague));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** The saga stumbles after its command was recorded, for as often as is asked. */
    private void follow() {
        node.causing(commands -> (command, cause, effect) -> {
            var receipt = commands.send(command, cause, effect);
            sent.incrementAndGet();
            var left = stumbles.getAndUpdate(n -> Math.max(0, n - 1));
            if (left > 1) {
                throw new IllegalStateException("stumbled after sending");
            }
            if (left == 1) {
                throw new StackOverflowError("planted: no exception, and yet to be tried again");
            }
            return receipt;
        });
        node.start(List.of(), List.of(DeputySaga.class));
    }

    private List<String> sagas() {
        return node.database
                .sql("select serialized_saga from command.saga")
                .query((row, n) -> new String(row.getBytes(1), UTF_8))
                .list();
    }

    private void awaitBothChangedOnce() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sagas().size() == 2 && sagas().stream().allMatch(saga -> saga.contains("\"changes\":1")));
    }

    private long changesOfDeputy() {
        return node.database
                .sql("select count(*) from ledger.event where stream = :deputy and type = 'staff.roles-changed'")
                .param("deputy", DEPUTY)
                .query(Long.class)
                .single();
    }

    @Nested
    class A_saga {

        @Test
        void that_fails_three_times_and_then_works_misses_nothing_and_records_its_command_once() {
            stumbles.set(3);
            node.send(new Change(colleague));
            awaitBothChangedOnce();
            assertThat(sent).hasValue(4);
            assertThat(changesOfDeputy()).isEqualTo(1);
        }

        @Test
        void is_rebuilt_from_the_first_event_and_sends_nothing_twice_in_effect() {
            node.send(new Change(colleague));
            awaitBothChangedOnce();
            node.close();
            node = new TestNode(access);
            for (var table : List.of("saga", "saga_association", "token")) {
                node.database.sql("delete from command." + table).update();
            }
            sent.set(0);
            follow();

            awaitBothChangedOnce();
            assertThat(sent).hasValue(1);
            assertThat(changesOfDeputy()).isEqualTo(1);
        }
    }

    @Nested
    class A_command_that_follows_from_an_event {

        @Test
        void inherits_its_time_and_names_it_as_its_cause() {
            node.send(TestNode.callerAt(java.time.Instant.parse("2036-02-10T13:20:00Z")), new Change(colleague));
            awaitBothChangedOnce();

            var cause = metadata(colleague);
            assertThat(metadata(DEPUTY))
                    .containsEntry(LedgerMetadata.NOTED_AT, "2036-02-10T13:20:00Z")
                    .containsEntry(LedgerMetadata.ACTOR, "ledger")
                    .containsEntry(LedgerMetadata.ORIGIN, "live")
                    .containsEntry(LedgerMetadata.CORRELATION, cause.get(LedgerMetadata.CORRELATION))
                    .containsEntry(LedgerMetadata.CAUSATION, eventId(colleague));
        }

        private Map<String, Object> metadata(String stream) {
            return Map.copyOf(firstChange(stream).getMetaData());
        }

        private String eventId(String stream) {
            return firstChange(stream).getIdentifier();
        }

        private EventMessage<?> firstChange(String stream) {
            return node.record.events().readEvents(stream, 1).next();
        }
    }
}
