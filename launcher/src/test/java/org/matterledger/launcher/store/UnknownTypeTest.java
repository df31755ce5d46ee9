package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Refused;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.query.Projection;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** The record holds an event in a form that this version has no class for. */
class UnknownTypeTest {

    private static final List<EventUpcaster> UPCASTERS =
            List.of(new OldForms.IdRenamed(), new OldForms.RolesTogether());

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String before = StaffId.random().value();
    private final String old = StaffId.random().value();
    private final String after = StaffId.random().value();

    /** Remembers what came. */
    private record Seen(Collection<StaffEvent> events, AtomicInteger resets) implements Projection {

        Seen() {
            this(new ConcurrentLinkedQueue<>(), new AtomicInteger());
        }

        @Override
        public String name() {
            return "seen";
        }

        @EventHandler
        void on(StaffEvent event) {
            events.add(event);
        }

        @Override
        public void reset() {
            resets.incrementAndGet();
        }
    }

    /** A view that has no interest in the event, as most have none in most. */
    private record Registrations(Collection<StaffRegistered> events) implements Projection {

        @Override
        public String name() {
            return "registrations";
        }

        @EventHandler
        void on(StaffRegistered event) {
            events.add(event);
        }

        @Override
        public void reset() {
            events.clear();
        }
    }

    private TestNode node(EventUpcaster... upcasters) {
        return new TestNode(access, new SystemLedgerClock(), AppendConnection::new, List.of(upcasters));
    }

    @BeforeEach
    void an_old_event_stands_between_two_that_are_known() throws SQLException {
        try (var node = node().start()) {
            node.send(new Begin(before));
            node.send(new Begin(old));
            OldForms.store(node.dataSource, old, 1);
            node.send(new Begin(after));
        }
    }

    @Nested
    class Without_upcasters {

        @Test
        void its_stream_is_not_loaded_and_nothing_is_decided_on_it() {
            try (var node = node().start()) {
                assertThatThrownBy(() -> node.memory.recall(old))
                        .isInstanceOf(UnknownEventType.class)
                        .hasMessageContaining("staff.role-given");
                assertThatThrownBy(() -> node.send(new Promote(old))).isInstanceOf(UnknownEventType.class);
                assertThat(node.record.head()).isEqualTo(4);
                assertThat(node.send(new Promote(before)).version()).isEqualTo(1);
            }
        }

        @Test
        void no_view_goes_past_it_and_both_go_on_once_it_can_be_read() {
            var seen = new Seen();
            var registrations = new Registrations(new ConcurrentLinkedQueue<>());
            try (var node = node().start(seen, registrations)) {
                eventually("what comes before is shown", () -> !seen.events().isEmpty());
                eventually(
                        "the views say that they are stuck", () -> stuck(node, "seen") && stuck(node, "registrations"));
                assertThat(seen.events())
                        .extracting(event -> event.staffId().value())
                        .doesNotContain(after);
                assertThat(registrations.events())
                        .extracting(event -> event.staffId().value())
                        .doesNotContain(after);
                assertThat(node.database
                                .sql(
                                        "select coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint),"
                                                + " 0) from query.token")
                                .query(Long.class)
                                .single())
                        .isLessThan(3);
            }
            try (var node = node(UPCASTERS.toArray(EventUpcaster[]::new)).start(seen, registrations)) {
                eventually(
                        "all is shown",
                        () -> seen.events().size() == 4
                                && registrations.events().size() == 3);
                assertThat(new RecordCheck(node.database).number("select count(*) from query.dead_letter"))
                        .isZero();
            }
            assertThat(seen.events())
                    .extracting(event -> event.staffId().value())
                    .containsExactly(before, old, old, after);
        }

        private static boolean stuck(TestNode node, String view) {
            return node.axon()
                    .eventProcessingConfiguration()
                    .eventProcessor(view, PooledStreamingEventProcessor.class)
                    .map(PooledStreamingEventProcessor::isError)
                    .orElse(false);
        }

        @Test
        void the_serializer_of_the_other_store_refuses_it() {
            try (var node = node()) {
                var stored = new SimpleSerializedObject<>(OldForms.json(old), String.class, OldForms.NAME, "1");
                assertThatThrownBy(() -> node.serializer.deserialize(stored)).isInstanceOf(UnknownEventType.class);
                assertThatThrownBy(() -> node.serializer.classForType(stored.getType()))
                        .isInstanceOf(UnknownEventType.class)
                        .isNotInstanceOf(UnknownSerializedType.class);
                var newer = new SimpleSerializedObject<>("{}", String.class, "staff.left", "9");
                assertThatThrownBy(() -> node.serializer.deserialize(newer)).isInstanceOf(UnknownEventType.class);
            }
        }
    }

    @Nested
    class With_two_upcasters_one_after_the_other {

        @Test
        void its_stream_is_read_in_the_present_form() {
            try (var node = node(UPCASTERS.toArray(EventUpcaster[]::new)).start()) {
                assertThat(node.memory.recall(old).state()).isEqualTo(new Colleague.State(1, true));
                assertThatThrownBy(() -> node.send(new Promote(old))).isInstanceOf(Refused.class);
            }
        }

        @Test
        void every_reader_gets_the_same_event() {
            var present = new StaffRolesChanged(
                    new StaffId(old),
                    java.util.Set.of(StaffRole.PARTNER),
                    java.time.Instant.parse("2020-02-29T12:00:00Z"));
            var seen = new Seen();
            try (var node = node(UPCASTERS.toArray(EventUpcaster[]::new)).start(seen)) {
                eventually("all is shown", () -> seen.events().size() == 4);
                assertThat(seen.events()).contains(present);
                assertThat(node.record.events().readEvents(old, 1).next().getPayload())
                        .isEqualTo(present);
                var stored = new SimpleSerializedObject<>(OldForms.json(old), String.class, OldForms.NAME, "1");
                assertThat(node.serializer.<String, StaffEvent>deserialize(stored))
                        .isEqualTo(present);
                assertThat(node.serializer.classForType(stored.getType())).isEqualTo(StaffRolesChanged.class);
            }
        }

        @Test
        void the_record_itself_stays_as_it_was() {
            try (var node = node(UPCASTERS.toArray(EventUpcaster[]::new)).start()) {
                assertThat(node.memory.recall(old).sequence()).isEqualTo(1);
                assertThat(node.database
                                .sql("select payload from ledger.event where position = 3")
                                .query(String.class)
                                .single())
                        .isEqualTo(OldForms.json(old));
            }
        }
    }
}
