package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffId;
import org.slf4j.LoggerFactory;

class PromptTest {

    private static final int ROUNDS = 50;

    /** Half a second a round is what Axon's polling would take: this bound is crossed by nothing but polling. */
    private static final Duration POLLING = Duration.ofMillis(ROUNDS * 250L);

    private final DatabaseAccess access = ColleagueView.withTable(TestDatabase.fresh());
    private final String colleague = StaffId.random().value();
    private final TestNode node = new TestNode(access);
    private final TestNode other = new TestNode(access);

    @BeforeEach
    void start() {
        node.start(new ColleagueView(node.database, ColleagueView.NONE));
        other.start();
        node.positions().await(node.send(new Begin(colleague)).position());
    }

    @AfterEach
    void stop() {
        other.close();
        node.close();
    }

    @Test
    void a_reader_sees_what_was_just_written_without_waiting_for_a_poll() {
        assertThat(rounds("written and read on one node", node)).isLessThan(POLLING);
        assertThat(ColleagueView.order(node.database, colleague)).hasSize(ROUNDS + 1);
    }

    @Test
    void a_reader_sees_what_another_node_has_just_written_without_waiting_for_a_poll() {
        assertThat(rounds("written on another node", other)).isLessThan(POLLING);
        assertThat(ColleagueView.order(node.database, colleague)).hasSize(ROUNDS + 1);
    }

    private Duration rounds(String what, TestNode writer) {
        var positions = node.positions();
        var took = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var position = writer.send(new Change(colleague)).position();
            var begun = System.nanoTime();
            positions.await(position);
            took[round] = System.nanoTime() - begun;
        }
        var sum = Duration.ofNanos(Arrays.stream(took).sum());
        Arrays.sort(took);
        LoggerFactory.getLogger(PromptTest.class)
                .info(
                        "{}: shown after p50 {} ms, p99 {} ms",
                        what,
                        took[ROUNDS / 2] / 1_000_000.0,
                        took[ROUNDS * 99 / 100] / 1_000_000.0);
        return sum;
    }

    @Test
    void a_position_that_does_not_exist_yet_is_refused() {
        assertThatThrownBy(() -> node.positions().await(1_000_000)).isInstanceOf(Positions.BeyondHead.class);
    }
}
