package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.SampleEvents.change;
import static org.matterledger.launcher.store.SampleEvents.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Receipt;
import org.matterledger.events.EventTypes;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.EnsurePartner;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffId;

/** What processors, views and commands rely on, wherever the record is kept: one order, followed without a gap. */
abstract class RecordFollowingContract {

    private static final int PATIENCE_MS = 10_000;

    private final String stream = StaffId.random().value();
    private RecordUnderTest place;

    abstract RecordUnderTest place();

    @BeforeEach
    void open() {
        place = place();
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Nested
    class The_order {

        private RecordStore store;
        private TrackingToken before;

        @BeforeEach
        void open() {
            store = place.open(SampleEvents.codec());
            before = store.events().createHeadToken();
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Test
        void has_contiguous_positions_that_end_at_the_head() throws Exception {
            var from = before.position().orElseThrow();
            assertThat(from).isEqualTo(store.head());
            appendAll(store, 300);

            assertThat(follow(before, 300))
                    .extracting(event -> event.trackingToken().position().orElseThrow())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(from + 1, from + 300).boxed().toList());
            assertThat(store.head()).isEqualTo(from + 300);
        }

        @Test
        void keeps_the_order_of_each_stream_and_its_words() throws Exception {
            var first = change(stream, 0);
            store.events().publish(first, claim(SampleEvents.newClaim()), change(stream, 1));
            var followed = follow(before, 3);
            assertThat(followed)
                    .extracting(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                    .element(0)
                    .isEqualTo(stream);
            assertThat(followed.getFirst().getPayload()).isEqualTo(first.getPayload());
            assertThat(followed.getFirst().getMetaData()).isEqualTo(first.getMetaData());
            assertThat(followed.getFirst().getTimestamp()).isEqualTo(SampleEvents.AT);
        }

        @Test
        void is_taken_up_again_after_any_token() throws Exception {
            appendAll(store, 20);
            var followed = follow(before, 20);
            var resumed = follow(followed.get(6).trackingToken(), 13);
            assertThat(resumed)
                    .extracting(TrackedEventMessage::getIdentifier)
                    .containsExactlyElementsOf(followed.subList(7, 20).stream()
                            .map(TrackedEventMessage::getIdentifier)
                            .toList());
        }

        @Test
        void calls_back_when_something_comes() throws Exception {
            try (var open = store.events().openStream(before)) {
                assertThat(open.hasNextAvailable()).isFalse();
                var called = new CountDownLatch(1);
                assertThat(open.setOnAvailableCallback(called::countDown)).isTrue();
                assertThat(called.getCount()).isEqualTo(1);

                store.events().publish(change(stream, 0));

                assertThat(called.await(PATIENCE_MS, TimeUnit.MILLISECONDS)).isTrue();
                assertThat(open.hasNextAvailable(PATIENCE_MS, TimeUnit.MILLISECONDS))
                        .isTrue();
                assertThat(open.peek()).isPresent();
            }
        }

        @Test
        void is_the_same_for_two_nodes() throws Exception {
            try (var other = place.open(SampleEvents.codec());
                    var open = other.events().openStream(before)) {
                store.events().publish(change(stream, 0));
                other.events().publish(change(stream, 1));
                assertThat(take(open, 2))
                        .extracting(TrackedEventMessage::getIdentifier)
                        .containsExactlyElementsOf(follow(before, 2).stream()
                                .map(TrackedEventMessage::getIdentifier)
                                .toList());
            }
        }

        @Test
        void shows_where_the_first_event_of_a_type_stands() {
            var from = store.head();
            store.events().publish(claim(SampleEvents.newClaim()));
            store.events().publish(change(stream, 0));
            store.events().publish(change(stream, 1));
            var changes = List.of("staff.roles-changed", "staff.left");

            assertThat(store.firstOf(changes, from, from + 1)).isZero();
            assertThat(store.firstOf(changes, from, from + 3)).isEqualTo(from + 2);
            assertThat(store.firstOf(changes, from, from + 1)).isZero();
            assertThat(store.firstOf(changes, from + 2, from + 3)).isEqualTo(from + 3);
            assertThat(store.firstOf(changes, from, from + 3)).isEqualTo(from + 2);
            assertThat(store.firstOf(changes, from + 3, from + 3)).isZero();
            assertThat(store.firstOf(List.of("staff.left"), from, from + 3)).isZero();
            assertThat(store.firstOf(List.of("claim.taken"), from, from + 3)).isEqualTo(from + 1);
        }

        private List<TrackedEventMessage<?>> follow(TrackingToken after, int wanted) throws InterruptedException {
            try (var open = store.events().openStream(after)) {
                return take(open, wanted);
            }
        }

        private void appendAll(RecordStore node, int events) {
            for (var sequence = 0L; sequence < events; sequence += 10) {
                node.events()
                        .publish(LongStream.range(sequence, sequence + 10)
                                .mapToObj(number -> change(stream, number))
                                .toList());
            }
        }
    }

    @Nested
    class Commands_and_views {

        private final Headcount view = new Headcount();
        private TestNode node;
        private TestNode other;
        private Positions positions;

        @BeforeEach
        void start() {
            node = TestNode.over(place.database(), place::open);
            new ViewForms(List.of(view), EventTypes.all(), node.dataSource, node.transactions).bringUpToDate();
            view.begin(node.database, node.record.head());
            node.start(view);
            other = TestNode.over(place.database(), place::open).start();
            positions = node.positions();
        }

        @AfterEach
        void stop() {
            node.close();
            other.close();
        }

        @Test
        void show_what_was_written_to_who_waits_for_its_position() {
            for (var i = 0; i < 20; i++) {
                var colleague = StaffId.random().value();
                positions.await(node.send(new Begin(colleague)).position());
                assertThat(view.knows(colleague)).isTrue();
                positions.await(other.send(new Change(colleague)).position());
            }
            assertThat(positions.shown()).isEqualTo(positions.head());
        }

        @Test
        void refuse_to_wait_for_what_is_not_there() {
            var beyond = positions.head() + 1;
            assertThatThrownBy(() -> positions.await(beyond)).isInstanceOf(Positions.BeyondHead.class);
        }

        @Test
        void answer_a_repeated_key_as_at_first() {
            node.send(new Begin(stream));
            var first = node.send(SampleEvents.newClaim(), new Change(stream));
            var key = SampleEvents.newClaim();
            var answer = node.send(key, new Change(stream));
            var again = other.send(key, new Change(stream));

            assertThat(answer.version()).isEqualTo(first.version() + 1);
            assertThat(withoutPosition(again)).isEqualTo(withoutPosition(answer));
            assertThat(again.repeated()).isTrue();
            assertThat(again.position()).isGreaterThanOrEqualTo(answer.position());
            assertThat(node.record.events().lastSequenceNumberFor(stream)).contains(answer.version());
        }

        @Test
        void never_answer_from_a_memory_that_another_node_outdated() {
            node.send(new Begin(stream));
            other.send(new Change(stream));
            node.send(new Promote(stream));
            assertThat(other.send(new EnsurePartner(stream)).recorded()).isFalse();
        }

        private static Receipt withoutPosition(Receipt receipt) {
            return new Receipt(receipt.subject(), receipt.entry(), receipt.version(), 0, receipt.recorded(), true);
        }
    }

    private static List<TrackedEventMessage<?>> take(BlockingStream<TrackedEventMessage<?>> open, int wanted)
            throws InterruptedException {
        var taken = new ArrayList<TrackedEventMessage<?>>();
        while (taken.size() < wanted && open.hasNextAvailable(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            taken.add(open.nextAvailable());
        }
        return taken;
    }
}
