package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.SampleEvents.change;
import static org.matterledger.launcher.store.SampleEvents.claim;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.launcher.store.RecordUnderTest.CutOff;
import org.matterledger.launcher.store.SampleEvents.MadeUp;
import org.matterledger.values.StaffId;

/** What everything above the store relies on, wherever the record is kept: appending and reading streams. */
abstract class RecordStoreContract {

    private final EventCodec codec = SampleEvents.codec();
    private final String stream = StaffId.random().value();
    private final String claim = SampleEvents.newClaim();
    private RecordUnderTest place;
    private RecordStore store;

    abstract RecordUnderTest place();

    @BeforeEach
    void open() {
        place = place();
        store = place.open(codec);
    }

    @AfterEach
    void close() {
        store.close();
        place.close();
    }

    @Nested
    class An_append {

        @Test
        void is_read_again_in_order_with_its_words_and_its_metadata() {
            var first = change(stream, 0);
            append(store, first, change(stream, 1));
            append(store, change(stream, 2));

            var read = read(store, 0);
            assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L, 2L);
            assertThat(read.getFirst().getPayload()).isEqualTo(first.getPayload());
            assertThat(read.getFirst().getIdentifier()).isEqualTo(first.getIdentifier());
            assertThat(read.getFirst().getType()).isEqualTo("staff");
            assertThat(read.getFirst().getMetaData()).containsEntry(LedgerMetadata.ACTOR, "staff:ü");
        }

        @Test
        void keeps_ledger_time_to_the_microsecond() {
            append(store, change(stream, 0));

            var read = read(store, 0).getFirst();
            assertThat(read.getTimestamp()).isEqualTo(SampleEvents.AT);
            assertThat(read.getMetaData()).containsEntry(LedgerMetadata.NOTED_AT, "2026-03-02T09:15:00.123456Z");
        }

        @Test
        void says_where_the_record_then_ends() {
            var before = store.head();
            var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
            var position = new long[1];
            unitOfWork.onCommit(u -> position[0] = store.positionOfAppend());
            store.events().publish(change(stream, 0), claim(claim));
            unitOfWork.commit();

            assertThat(position[0]).isGreaterThanOrEqualTo(before + 2).isLessThanOrEqualTo(store.head());
        }

        @Test
        void of_a_taken_sequence_is_refused() {
            append(store, change(stream, 0), change(stream, 1));
            refused(change(stream, 1));
            refused(change(stream, 0));
            assertThat(read(store, 0)).hasSize(2);
        }

        @Test
        void that_would_leave_a_hole_is_refused() {
            refused(change(stream, 1));
            append(store, change(stream, 0));
            refused(change(stream, 2));
            refused(change(stream, 1), change(stream, 3));
            assertThat(read(store, 0)).hasSize(1);
        }

        @Test
        void stands_in_all_its_streams_or_in_none() {
            append(store, change(stream, 0));
            refused(claim(claim), change(stream, 7));
            assertThat(store.claim(claim)).isEmpty();

            append(store, claim(claim));
            refused(change(stream, 1), claim(claim));
            assertThat(read(store, 0)).hasSize(1);
        }

        @Test
        void of_two_nodes_at_once_leaves_one_contiguous_stream() throws Exception {
            append(store, change(stream, 0));
            try (var other = place.open(codec);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> nodes = IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(i -> () -> appendNext(i % 2 == 0 ? store : other, 25))
                        .toList();
                var accepted = 0;
                for (var node : threads.invokeAll(nodes)) {
                    accepted += node.get();
                }
                assertThat(accepted).isPositive();
                assertThat(read(store, 0))
                        .extracting(DomainEventMessage::getSequenceNumber)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(0, accepted).boxed().toList());
            }
        }
    }

    @Nested
    class A_cut_off_answer {

        @ParameterizedTest
        @EnumSource
        void leaves_the_events_standing_once(CutOff cut) {
            try (var cutOff = place.openCutOff(codec, cut)) {
                append(cutOff, change(stream, 0), claim(claim));
            }
            assertThat(read(store, 0)).hasSize(1);
            assertThat(store.claim(claim)).isPresent();
        }

        @Test
        void is_a_conflict_where_another_was_first() {
            append(store, change(stream, 0), change(stream, 1));
            try (var cutOff = place.openCutOff(codec, CutOff.BEFORE)) {
                assertThatThrownBy(() -> append(cutOff, change(stream, 1), claim(claim)))
                        .isInstanceOf(ConcurrencyException.class);
            }
            assertThat(read(store, 0)).hasSize(2);
            assertThat(store.claim(claim)).isEmpty();
        }
    }

    @Nested
    class Reading {

        @Test
        void begins_anywhere_in_a_stream() {
            append(store, change(stream, 0), change(stream, 1), change(stream, 2));
            assertThat(read(store, 1)).hasSize(2);
            assertThat(read(store, 3)).isEmpty();
            assertThat(store.events().lastSequenceNumberFor(stream)).contains(2L);
        }

        @Test
        void finds_nothing_in_an_unknown_stream() {
            assertThat(read(store, 0)).isEmpty();
            assertThat(store.events().lastSequenceNumberFor(stream)).isEmpty();
            assertThat(store.claim(claim)).isEmpty();
        }

        @Test
        void gives_a_long_stream_whole() {
            for (var batch = 0; batch < 14; batch++) {
                append(
                        store,
                        LongStream.range(batch * 100L, batch * 100L + 100)
                                .mapToObj(sequence -> change(stream, sequence))
                                .toArray(DomainEventMessage<?>[]::new));
            }
            assertThat(read(store, 0)).hasSize(1400);
        }

        @Test
        void sees_at_once_what_another_node_appended() {
            try (var other = place.open(codec)) {
                append(other, change(stream, 0));
                assertThat(read(store, 0)).hasSize(1);
                append(store, change(stream, 1));
                assertThat(read(other, 1)).hasSize(1);
                assertThatThrownBy(() -> append(other, change(stream, 1))).isInstanceOf(ConcurrencyException.class);
            }
        }

        @Test
        void gives_a_claim_with_its_answer() {
            append(store, claim(claim));
            var claimed = store.claim(claim).orElseThrow();
            assertThat(claimed.claim().version()).isEqualTo(3);
            assertThat(claimed.position()).isPositive().isLessThanOrEqualTo(store.head());
        }

        @Test
        void refuses_a_type_that_nobody_knows() {
            append(store, SampleEvents.event(stream, 0, new MadeUp("text")));
            assertThatThrownBy(() -> read(store, 0).getFirst().getPayload()).isInstanceOf(UnknownEventType.class);
        }
    }

    private int appendNext(RecordStore node, int times) {
        var accepted = 0;
        for (var i = 0; i < times; i++) {
            var next = node.events().lastSequenceNumberFor(stream).orElse(-1L) + 1;
            try {
                append(node, change(stream, next), claim(SampleEvents.newClaim()));
                accepted++;
            } catch (ConcurrencyException e) {
                assertThat(e).hasMessageContaining("Another event stands");
            }
        }
        return accepted;
    }

    private void refused(DomainEventMessage<?>... events) {
        assertThatThrownBy(() -> append(store, events)).isInstanceOf(ConcurrencyException.class);
    }

    private static void append(RecordStore node, DomainEventMessage<?>... events) {
        node.events().publish(events);
    }

    private List<? extends DomainEventMessage<?>> read(RecordStore node, long firstSequence) {
        return node.events().readEvents(stream, firstSequence).asStream().toList();
    }
}
