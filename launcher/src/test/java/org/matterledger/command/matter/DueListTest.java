package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Receipt;
import org.matterledger.command.matter.DueList.Due;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;

class DueListTest extends SampleDueList {

    @Nested
    class A_matter {

        @Test
        void is_due_at_the_very_instant_and_not_before() {
            assertThat(list.lease(DUE.minusMillis(1), 10)).isEmpty();
            assertThat(list.lease(DUE, 10)).containsExactly(new Due(M1, null));
        }

        @Test
        void is_nobody_elses_while_it_is_leased() {
            list.lease(DUE, 10);
            assertThat(list(Duration.ofHours(1)).lease(DUE, 10)).isEmpty();
        }

        @Test
        void is_leased_again_when_its_lease_ran_out_unvisited() {
            list(Duration.ofMillis(200)).lease(DUE, 10);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> list.lease(DUE, 10).size() == 1);
        }

        @Test
        void in_which_nothing_was_recorded_is_asked_once_for_each_instant() {
            list.visited(list.lease(DUE, 10).getFirst(), DUE, null);
            assertThat(list.lease(DUE, 10)).isEmpty();
            assertThat(list.lease(NEXT_DAY.minusMillis(1), 10)).isEmpty();
            assertThat(list.lease(NEXT_DAY, 10)).hasSize(1);
        }

        @Test
        void in_which_something_was_recorded_waits_until_that_was_taken_in() {
            list.visited(list.lease(DUE, 10).getFirst(), DUE, 3L);
            take_in(2, changes -> changes.told(M1, REPLY, DueInstant.DUE));
            assertThat(list.lease(NEXT_DAY, 10)).isEmpty();
            take_in(3, changes -> {});
            assertThat(list.lease(NEXT_DAY, 10)).hasSize(1);
        }

        @Test
        void whose_last_word_came_by_import_is_left_to_the_import() {
            take_in(2, true, changes -> {});
            assertThat(list.lease(NEXT_DAY, 10)).isEmpty();
            take_in(3, changes -> {});
            assertThat(list.lease(NEXT_DAY, 10)).hasSize(1);
        }

        @Test
        void that_is_closed_is_never_due() {
            rows.closed(M1);
            assertThat(list.lease(NEXT_DAY, 10)).isEmpty();
        }
    }

    @Nested
    class A_duty {

        @Test
        void that_ended_asks_for_nothing_and_does_again_once_its_fulfilment_is_withdrawn() {
            take_in(2, changes -> changes.open(M1, REPLY, false));
            assertThat(list.lease(DUE, 10)).isEmpty();
            take_in(3, changes -> changes.open(M1, REPLY, true));
            assertThat(list.lease(DUE, 10)).hasSize(1);
        }

        @Test
        void that_is_planned_anew_is_due_at_its_new_time() {
            take_in(2, changes -> changes.planned(M1, REPLY, DueInstant.of(NEXT_DAY, List.of())));
            assertThat(list.lease(NEXT_DAY.minusMillis(1), 10)).isEmpty();
            assertThat(list.lease(NEXT_DAY, 10)).hasSize(1);
        }

        @Test
        void that_ended_is_not_opened_by_a_new_plan() {
            take_in(2, changes -> changes.open(M1, REPLY, false));
            take_in(3, changes -> changes.planned(M1, REPLY, DueInstant.of(DUE, List.of())));
            assertThat(list.lease(NEXT_DAY, 10)).isEmpty();
        }

        @Test
        void that_ended_is_forgotten_when_its_last_instant_passed() {
            take_in(2, changes -> changes.open(M1, REPLY, false));
            list.tidy(NEXT_DAY.plusMillis(1));
            assertThat(JdbcClient.create(database)
                            .sql("select * from command.due_instant")
                            .query()
                            .listOfRows())
                    .isEmpty();
        }
    }

    @Nested
    class A_publication {

        @Test
        void makes_every_open_matter_of_that_calendar_due_at_once() {
            rows.published(KYIV.value(), 2, 70);
            assertThat(list.lease(NOON, 10)).containsExactly(new Due(M1, 70L));
        }

        @Test
        void that_comes_while_a_matter_is_visited_is_not_lost() {
            rows.published(KYIV.value(), 2, 70);
            var due = list.lease(NOON, 10).getFirst();
            rows.published(KYIV.value(), 3, 71);
            list.visited(due, NOON, null);
            assertThat(list.lease(NOON, 10)).containsExactly(new Due(M1, 71L));
        }

        @Test
        void that_a_matter_has_nothing_to_say_about_is_asked_once() {
            rows.published(KYIV.value(), 2, 70);
            list.visited(list.lease(NOON, 10).getFirst(), NOON, null);
            assertThat(list.lease(NOON, 10)).isEmpty();
        }

        @Test
        void that_a_matter_adopted_asks_for_nothing_more() {
            rows.published(KYIV.value(), 2, 70);
            list.visited(list.lease(NOON, 10).getFirst(), NOON, 2L);
            rows.adopted(M1, KYIV, 2);
            rows.behind(M1, 72);
            take_in(2, changes -> {});
            assertThat(list.lease(NOON, 10)).isEmpty();
        }

        @Test
        void reaches_a_matter_that_was_opened_by_the_older_version_meanwhile() {
            rows.published(KYIV.value(), 2, 70);
            list.visited(list.lease(NOON, 10).getFirst(), NOON, null);
            rows.behind(M1, 71);
            take_in(2, changes -> {});
            assertThat(list.lease(NOON, 10)).containsExactly(new Due(M1, 71L));
        }
    }

    @Nested
    class Nodes {

        @Test
        void that_sweep_at_once_share_the_matters() throws Exception {
            var matters = IntStream.range(2, 302)
                    .mapToObj(n -> new MatterId("matter-" + n))
                    .toList();
            matters.forEach(matter -> rows.opened(opened(matter)));
            rows.published(KYIV.value(), 2, 70);
            Set<MatterId> leased = ConcurrentHashMap.newKeySet();
            var count = new AtomicInteger();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var node : List.of(list, list(Duration.ofHours(1)))) {
                    threads.submit(() -> {
                        for (var some = node.lease(NOON, 20); !some.isEmpty(); some = node.lease(NOON, 20)) {
                            some.forEach(due -> leased.add(due.matter()));
                            count.addAndGet(some.size());
                        }
                    });
                }
            }
            assertThat(leased).hasSize(301);
            assertThat(count).hasValue(301);
        }
    }

    @Nested
    class The_sweep {

        @Test
        void that_dies_between_lease_and_send_leaves_the_matter_to_the_next() {
            var sent = new AtomicInteger();
            CommandPort dead = (caller, command, references) -> {
                throw new IllegalStateException("the node died");
            };
            CommandPort alive = (caller, command, references) -> {
                sent.incrementAndGet();
                return new Receipt(M1.value(), null, 2, 9, false, false);
            };
            new Sweep(list(Duration.ofMillis(200)), dead).round(DUE);
            var next = new Sweep(list, alive);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                next.round(DUE);
                return sent.get() == 1;
            });
            next.round(DUE);
            assertThat(sent).hasValue(1);
        }

        @Test
        void speaks_in_the_ledgers_name_and_at_the_time_of_its_round() {
            CommandPort port = (caller, command, references) -> {
                assertThat(caller.actor()).isEqualTo("ledger");
                assertThat(caller.origin()).isEqualTo("live");
                assertThat(caller.time()).isEqualTo(DUE);
                return new Receipt(M1.value(), null, 2, 9, false, false);
            };
            new Sweep(list, port).round(DUE);
            assertThat(list.lease(DUE, 10)).isEmpty();
        }
    }
}
