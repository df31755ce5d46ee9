package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.values.StaffId;

class ViewsTest {

    private final DatabaseAccess access = ColleagueView.withTable(TestDatabase.fresh());
    private final String colleague = StaffId.random().value();
    private TestNode node = new TestNode(access);

    private static class SecondEdition extends ColleagueView {

        SecondEdition(TestNode node) {
            super(node.database, NONE);
        }

        @Override
        public int version() {
            return 2;
        }
    }

    @BeforeEach
    void start() {
        node.start(new ColleagueView(node.database, ColleagueView.NONE));
        node.send(new Begin(colleague));
        node.send(new ChangeOften(colleague, 99));
        await().until(this::complete);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private List<Long> order() {
        return ColleagueView.order(node.database, colleague);
    }

    private boolean complete() {
        return order().equals(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    private void spoil() {
        node.database.sql("update query.colleague set nth = -1").update();
        node.database.sql("delete from query.colleague where position > 50").update();
    }

    @Nested
    class A_rebuild_on_a_running_node {

        @Test
        void yields_the_same_rows_and_goes_on_with_what_comes() {
            spoil();
            node.views().rebuild("colleagues");
            await().until(() -> node.views().progress().values().stream().allMatch(Views.Progress::complete));
            assertThat(complete()).isTrue();

            var receipt = node.send(new Change(colleague));
            node.positions().await(receipt.position());
            assertThat(order()).hasSize(101);
        }

        @Test
        void is_not_undone_by_a_node_that_still_follows_the_view() {
            try (var other = new TestNode(access)) {
                other.start(new ColleagueView(other.database, ColleagueView.NONE));
                spoil();
                other.views().rebuild("colleagues");
                await().until(ViewsTest.this::complete);
            }
        }

        @Test
        void forgets_the_events_that_waited() {
            node.database.sql("""
                            insert into query.dead_letter (view, position, stream, sequence, cause)
                            values ('colleagues', 3, :stream, 2, 'planted')""").param("stream", colleague).update();
            node.views().rebuild("colleagues");
            await().until(ViewsTest.this::complete);
            assertThat(node.deadLetters().waiting()).isZero();
        }

        @Test
        void is_refused_for_a_view_that_does_not_exist() {
            assertThatThrownBy(() -> node.views().rebuild("nobody"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nobody");
        }
    }

    @Nested
    class A_view_that_was_written_in_another_form {

        @Test
        void is_filled_again_at_the_next_start() {
            spoil();
            node.close();
            node = new TestNode(access);
            node.start(new SecondEdition(node));
            await().until(ViewsTest.this::complete);
        }

        @Test
        void is_left_alone_when_its_form_is_the_same() {
            spoil();
            node.close();
            node = new TestNode(access);
            node.start(new ColleagueView(node.database, ColleagueView.NONE));
            var receipt = node.send(new Change(colleague));
            node.positions().await(receipt.position());
            assertThat(order()).hasSize(51);
        }
    }
}
