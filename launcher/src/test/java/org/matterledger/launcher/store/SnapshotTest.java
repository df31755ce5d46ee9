package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.values.StaffId;

/** What a cold node starts from, when a stream is long. */
class SnapshotTest {

    private static final int TAIL = 5;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String colleague = StaffId.random().value();
    private final TestNode node = new TestNode(access);

    @BeforeEach
    void a_snapshot_and_a_short_tail() {
        node.start();
        node.send(new Begin(colleague));
        node.send(new ChangeOften(colleague, StreamMemory.SNAPSHOT_EVERY));
        eventually("a snapshot is stored", () -> snapshots() == 1);
        node.send(new ChangeOften(colleague, TAIL));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private long snapshots() {
        return new RecordCheck(node.database).number("select count(*) from command.snapshot");
    }

    private long snapshotAt() {
        return new RecordCheck(node.database).number("select max(sequence) from command.snapshot");
    }

    private void tamper(String assignments) {
        assertThat(node.database
                        .sql("update command.snapshot set " + assignments)
                        .update())
                .isEqualTo(1);
    }

    private Remembered recalledCold() {
        try (var cold = new TestNode(access)) {
            return cold.memory.recall(colleague);
        }
    }

    private static void isRight(Remembered recalled) {
        var changes = StreamMemory.SNAPSHOT_EVERY + TAIL;
        assertThat(recalled.sequence()).isEqualTo(changes);
        assertThat(recalled.state()).isEqualTo(new Colleague.State(changes, false));
    }

    @Test
    void is_the_snapshot_and_the_tail_and_no_older_event() throws SQLException {
        asOwner("alter table ledger.event disable trigger event_is_for_ever");
        asOwner("update ledger.event set type = 'unreadable' where sequence < " + StreamMemory.SNAPSHOT_EVERY);
        isRight(recalledCold());
        node.database.sql("delete from command.snapshot").update();
        assertThatThrownBy(this::recalledCold).isInstanceOf(UnknownEventType.class);
    }

    @Test
    void is_the_snapshot_for_a_command_too() throws SQLException {
        asOwner("alter table ledger.event disable trigger event_is_for_ever");
        asOwner("update ledger.event set type = 'unreadable' where sequence < " + StreamMemory.SNAPSHOT_EVERY);
        try (var cold = new TestNode(access).start()) {
            assertThat(cold.send(new Change(colleague)).version()).isEqualTo(StreamMemory.SNAPSHOT_EVERY + TAIL + 1);
        }
    }

    @Test
    void is_not_a_snapshot_of_another_shape_and_that_is_replaced() {
        tamper("shape = 'older', state = '{\"changes\":-7,\"partner\":true}'");
        try (var cold = new TestNode(access).start()) {
            isRight(cold.memory.recall(colleague));
            eventually(
                    "the snapshot has the present shape",
                    () -> new RecordCheck(node.database)
                                    .number("select count(*) from command.snapshot where shape <> 'older'")
                            == 1);
        }
        isRight(recalledCold());
    }

    @Test
    void is_not_a_snapshot_that_is_broken_and_that_is_replaced() {
        tamper("state = '{\"changes\":-7'");
        try (var cold = new TestNode(access).start()) {
            isRight(cold.memory.recall(colleague));
            eventually("the snapshot is a later one", () -> snapshotAt() == StreamMemory.SNAPSHOT_EVERY + TAIL);
        }
        isRight(recalledCold());
    }

    @Test
    void is_not_a_snapshot_that_is_ahead_of_the_record() {
        tamper("sequence = 900, state = '{\"changes\":900,\"partner\":false}'");
        try (var cold = new TestNode(access).start()) {
            isRight(cold.memory.recall(colleague));
            assertThat(cold.send(new Change(colleague)).version()).isEqualTo(StreamMemory.SNAPSHOT_EVERY + TAIL + 1);
        }
        assertThat(snapshotAt()).isLessThanOrEqualTo(StreamMemory.SNAPSHOT_EVERY + TAIL + 1);
    }

    @Test
    void is_never_stored_ahead_of_the_record_nor_put_back_to_an_older_one() {
        for (var round = 1; round <= 3; round++) {
            node.send(new ChangeOften(colleague, StreamMemory.SNAPSHOT_EVERY));
            var version = node.memory.recall(colleague).sequence();
            eventually("a snapshot follows", () -> snapshotAt() == version);
        }
        var latest = snapshotAt();
        var older = new Remembered(3, java.time.Instant.EPOCH, true, new Colleague.State(3, false), -1);
        new Snapshots(node.dataSource, EventJson.mapper()).store(Colleague.TYPE, colleague, older);
        assertThat(snapshotAt()).isEqualTo(latest);
        assertThat(latest)
                .isLessThanOrEqualTo(new RecordCheck(node.database).number("select max(sequence) from ledger.event"));
    }

    @Test
    void is_not_needed_for_a_command_to_stand_while_the_node_stops() {
        node.snapshotting.shutdown();
        var receipt = node.send(new ChangeOften(colleague, StreamMemory.SNAPSHOT_EVERY));
        assertThat(receipt.recorded()).isTrue();
        assertThat(node.send(new Change(colleague)).version()).isEqualTo(receipt.version() + 1);
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var doing = owner.createStatement()) {
            doing.execute(statement);
        }
    }
}
