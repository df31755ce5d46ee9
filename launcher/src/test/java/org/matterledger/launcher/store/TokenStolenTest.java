package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.values.StaffId;

class TokenStolenTest {

    private static final int EVENTS = 30;

    /** How far another node came that took the claim. */
    private static final int THIEF = 25;

    private final DatabaseAccess access = ColleagueView.withTable(TestDatabase.fresh());
    private final String colleague = StaffId.random().value();
    private final TestNode node = new TestNode(access);
    private final AtomicInteger taken = new AtomicInteger();

    @BeforeEach
    void record() {
        try (var writer = new TestNode(access).start()) {
            writer.send(new Begin(colleague));
            writer.send(new ChangeOften(colleague, EVENTS - 1));
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private ColleagueView view(TestNode on, ColleagueView.Trouble trouble) {
        return new ColleagueView(on.database, trouble);
    }

    private boolean complete() {
        return ColleagueView.order(node.database, colleague)
                .equals(LongStream.rangeClosed(1, EVENTS).boxed().toList());
    }

    private String owner() {
        return node.database
                .sql("select coalesce(owner, '') from query.token where processor_name = 'colleagues'")
                .query(String.class)
                .single();
    }

    private void steal(String thief) {
        node.database
                .sql("update query.token set owner = :thief, timestamp = :now where processor_name = 'colleagues'")
                .param("thief", thief)
                .param("now", java.time.Instant.now().toString())
                .update();
    }

    /** A view that holds its first batch in the middle until it is let go on. */
    private final class Held {
        final CountDownLatch inTheMiddle = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        ColleagueView view() {
            return TokenStolenTest.this.view(node, event -> {
                taken.incrementAndGet();
                if (event.getSequenceNumber() == EVENTS / 2 && inTheMiddle.getCount() > 0) {
                    inTheMiddle.countDown();
                    goOn.await(20, TimeUnit.SECONDS);
                }
            });
        }
    }

    @Nested
    class A_token_that_is_stolen_in_mid_batch {

        @Test
        void takes_the_whole_batch_with_it_even_when_the_thief_has_let_go() throws Exception {
            var held = new Held();
            node.start(held.view());
            assertThat(held.inTheMiddle.await(20, TimeUnit.SECONDS)).isTrue();

            var before = count();

            // another node takes the claim, goes on to a later token, and lets go again
            node.database
                    .sql("""
                            update query.token set owner = null, token_type = :type,
                                   token = convert_to(:token, 'UTF8')
                            where processor_name = 'colleagues'""")
                    .param("token", "{\"globalIndex\":" + THIEF + "}")
                    .param("type", "org.axonframework.eventhandling.GlobalSequenceTrackingToken")
                    .update();
            held.goOn.countDown();

            // only what comes after that token is left for this node: nothing of its own batch stands
            await().until(() -> count() == before + EVENTS - THIEF);
            assertThat(firstPositionAfter(before)).isEqualTo(THIEF + 1);
        }

        @Test
        void leaves_each_row_written_once_in_effect() throws Exception {
            var held = new Held();
            node.start(held.view());
            assertThat(held.inTheMiddle.await(20, TimeUnit.SECONDS)).isTrue();
            var before = count();
            steal("ledger-thief");
            held.goOn.countDown();

            await().during(Duration.ofMillis(300)).until(() -> count() == before);
            steal("");
            new DepartedNodes(node.database).releaseClaims();
            await().until(TokenStolenTest.this::complete);
            assertThat(taken.get()).isGreaterThan(EVENTS);
        }

        private long count() {
            return node.database
                    .sql("select count(*) from query.colleague")
                    .query(Long.class)
                    .single();
        }

        private long firstPositionAfter(long position) {
            return node.database
                    .sql("select min(position) from query.colleague where position > :position")
                    .param("position", position)
                    .query(Long.class)
                    .single();
        }
    }

    @Nested
    class Rows_and_token {

        @Test
        void stand_together_or_not_at_all() throws Exception {
            // the token can't be written: it is locked to a value that the application's role may not change
            try (var owner =
                            java.sql.DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                    var statement = owner.createStatement()) {
                statement.execute("""
                        create function query.refuse() returns trigger language plpgsql as
                        $$ begin raise exception 'cut off between rows and token'; end $$;
                        create trigger refuse before update of token on query.token for each row
                        when (new.token is not null and new.processor_name = 'colleagues')
                        execute function query.refuse()""");
                node.start(view(node, event -> taken.incrementAndGet()));
                await().until(() -> taken.get() >= EVENTS);
                await().during(Duration.ofMillis(300))
                        .until(() ->
                                ColleagueView.order(node.database, colleague).isEmpty());

                statement.execute("drop trigger refuse on query.token");
                await().until(TokenStolenTest.this::complete);
            }
        }
    }

    @Nested
    class A_claim_that_was_never_let_go {

        @Test
        void is_free_at_once_when_its_node_is_gone() {
            node.start(view(node, ColleagueView.NONE));
            await().until(TokenStolenTest.this::complete);
            assertThat(owner()).isEqualTo(node.dataSource.node());
            node.axon().shutdown();
            steal("ledger-killed");

            try (var again = new TestNode(access)) {
                var begun = System.nanoTime();
                again.start(view(again, ColleagueView.NONE));
                await().until(() -> owner().equals(again.dataSource.node()));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Processing.CLAIM);
            }
        }

        @Test
        void is_taken_over_after_the_claim_timeout_when_its_node_hangs() throws SQLException {
            node.start(view(node, ColleagueView.NONE));
            await().until(TokenStolenTest.this::complete);
            node.axon().shutdown();

            try (var hanging = new LedgerDataSource(access);
                    var connection = hanging.open();
                    var other = new TestNode(access)) {
                assertThat(connection.isValid(1)).isTrue();
                steal(hanging.node());
                other.start(view(other, ColleagueView.NONE));
                assertThat(owner()).isEqualTo(hanging.node());
                await().atMost(Processing.CLAIM.plusSeconds(10)).until(() -> owner().equals(other.dataSource.node()));
            }
        }
    }
}
