package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Receipt;
import org.matterledger.command.Refused;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.launcher.store.Colleague.EnsurePartner;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.values.StaffId;

class CommandExecutionTest {

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String colleague = StaffId.random().value();
    private TestNode node;
    private TestNode other;

    @BeforeEach
    void start() {
        node = new TestNode(access).start();
        other = new TestNode(access).start();
        node.send(new Begin(colleague));
    }

    @AfterEach
    void stop() {
        node.close();
        other.close();
    }

    @Nested
    class A_command {

        @Test
        void is_answered_with_the_version_and_position_of_what_it_recorded() {
            assertThat(node.send(new Change(colleague)))
                    .isEqualTo(new Receipt(colleague, "entry-1", 1, 2, true, false));
            assertThat(node.send(new ChangeOften(colleague, 3)))
                    .isEqualTo(new Receipt(colleague, null, 4, 5, true, false));
        }

        @Test
        void to_an_unknown_stream_says_so() {
            assertThatThrownBy(() -> node.send(new Change(StaffId.random().value())))
                    .isInstanceOf(RefusedRequest.Unknown.class);
        }

        @Test
        void never_lets_ledger_time_fall_within_a_stream() {
            var late = Instant.parse("2030-01-01T00:00:00Z");
            node.port().send(TestNode.callerAt(late), new Change(colleague));
            node.port().send(TestNode.callerAt(late.minusSeconds(60)), new Change(colleague));

            assertThat(node.database
                            .sql("select count(*) from ledger.event where noted_at = '2030-01-01T00:00:00Z'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Nested
    class A_stale_memory_on_a_second_node {

        @BeforeEach
        void both_remember_and_then_only_one_learns() {
            node.send(new Change(colleague));
            other.send(new Change(colleague));
            node.send(new Promote(colleague));
        }

        @Test
        void does_not_answer_a_refusal() {
            assertThatThrownBy(() -> other.send(new Promote(colleague)))
                    .isInstanceOf(Refused.class)
                    .extracting(e -> ((Refused) e).rule())
                    .isEqualTo("ALREADY_PARTNER");
        }

        @Test
        void does_not_answer_a_no_op() {
            var receipt = other.send(new EnsurePartner(colleague));
            assertThat(receipt.recorded()).isFalse();
            assertThat(receipt.version()).isEqualTo(3);
            assertThat(receipt.position()).isEqualTo(4);
        }

        @Test
        void does_not_answer_an_if_match() {
            assertThatThrownBy(() -> other.send(TestNode.caller(null, "", 2L), new Change(colleague)))
                    .isInstanceOf(RefusedRequest.StaleVersion.class);
            assertThat(other.send(TestNode.caller(null, "", 3L), new Change(colleague))
                            .version())
                    .isEqualTo(4);
        }
    }

    /** Here the stale state itself would give the answer: nothing is appended that could meet a conflict. */
    @Nested
    class A_stale_memory_of_what_is_no_longer_so {

        @BeforeEach
        void the_other_remembers_a_partner_who_is_none_any_more() {
            node.send(new Promote(colleague));
            assertThat(other.send(new EnsurePartner(colleague)).recorded()).isFalse();
            node.send(new Change(colleague));
        }

        @Test
        void does_not_refuse() {
            assertThat(other.send(new Promote(colleague)).version()).isEqualTo(3);
        }

        @Test
        void does_not_take_it_for_done() {
            assertThat(other.send(new EnsurePartner(colleague)).recorded()).isTrue();
        }

        @Test
        void does_not_hold_the_present_version_for_a_stale_one() {
            assertThat(other.send(TestNode.caller(null, "", 2L), new Promote(colleague))
                            .version())
                    .isEqualTo(3);
        }

        @Test
        void does_not_hold_a_stale_version_for_the_present_one() {
            assertThatThrownBy(() -> other.send(TestNode.caller(null, "", 1L), new EnsurePartner(colleague)))
                    .isInstanceOf(RefusedRequest.StaleVersion.class);
        }

        @Test
        void of_a_neighbour_is_followed_to_its_end_too() {
            var neighbours = new NeighbourStreams(other.record);
            assertThat(neighbours.read(Set.of(colleague)).get(colleague)).hasSize(3);
            node.send(new Change(colleague));
            assertThat(neighbours.read(Set.of(colleague)).get(colleague)).hasSize(4);
        }
    }

    @Nested
    class A_key {

        @Test
        void gives_the_first_answer_again() {
            var first = node.send("k1", new Change(colleague));
            var again = node.send("k1", new Change(colleague));
            var elsewhere = other.send("k1", new Change(colleague));

            assertThat(again).isEqualTo(repeated(first));
            assertThat(elsewhere).isEqualTo(repeated(first));
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(first.version() + 1);
        }

        @Test
        void gives_the_first_refusal_again_even_when_it_would_be_granted_now() {
            node.send(new Promote(colleague));
            assertThatThrownBy(() -> node.send("k2", new Promote(colleague))).isInstanceOf(Refused.class);
            node.send(new Change(colleague));

            assertThatThrownBy(() -> other.send("k2", new Promote(colleague)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("A partner is not promoted again.")
                    .extracting(e -> ((Refused) e).repeated())
                    .isEqualTo(true);
        }

        @Test
        void gives_the_first_no_op_again() {
            node.send(new Promote(colleague));
            var first = node.send("k3", new EnsurePartner(colleague));
            assertThat(first.recorded()).isFalse();
            assertThat(node.send("k3", new EnsurePartner(colleague))).isEqualTo(repeated(first));
        }

        @Test
        void with_another_request_is_a_misuse() {
            node.send("k4", new Change(colleague));
            assertThatThrownBy(() -> node.send("k4", new Promote(colleague)))
                    .isInstanceOf(RefusedRequest.KeyReused.class);
        }

        @Test
        void used_at_once_on_two_nodes_records_once() throws Exception {
            var before = node.record.head();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var round = 0; round < 50; round++) {
                    var key = "both-" + round;
                    List<Callable<Receipt>> both = IntStream.range(0, 6)
                            .<Callable<Receipt>>mapToObj(
                                    i -> () -> (i % 2 == 0 ? node : other).send(key, new Change(colleague)))
                            .toList();
                    var receipts = threads.invokeAll(both).stream()
                            .map(future -> repeated(future.resultNow()))
                            .distinct();
                    assertThat(receipts).hasSize(1);
                }
            }
            assertThat(node.record.head() - before).isEqualTo(100);
        }
    }

    private static Receipt repeated(Receipt first) {
        return new Receipt(first.subject(), first.entry(), first.version(), first.position(), first.recorded(), true);
    }
}
