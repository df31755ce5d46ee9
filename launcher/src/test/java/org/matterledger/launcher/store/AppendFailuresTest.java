package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.EnsurePartner;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.values.StaffId;

/** What becomes of a command, and of the next one, when something breaks in the middle of its append. */
class AppendFailuresTest {

    /** Where the next call of {@code append} goes wrong. */
    private enum Fault {
        ERROR_BEFORE,
        ERROR_AFTER,
        LOST_AND_LATE,
        DISK_FULL
    }

    private final DatabaseAccess access = TestDatabase.fresh();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final String colleague = StaffId.random().value();
    private TestNode node;

    private final class Faulty extends AppendConnection {

        private final AppendConnection late;
        private final Queue<List<List<StoredEvent>>> underWay = new ArrayDeque<>();

        Faulty(ConnectionSource source) {
            super(source);
            late = new AppendConnection(source);
        }

        @Override
        long[] append(List<List<StoredEvent>> commands) throws SQLException {
            if (!underWay.isEmpty()) {
                late.append(underWay.remove());
                late.close();
            }
            return switch (faults.poll()) {
                case ERROR_BEFORE -> throw new StackOverflowError("before the statement");
                case ERROR_AFTER -> {
                    super.append(commands);
                    throw new StackOverflowError("after the statement");
                }
                case LOST_AND_LATE -> {
                    underWay.add(commands);
                    throw new SQLException("cut off", "08006");
                }
                case DISK_FULL -> throw new SQLException("no space left on device", "53100");
                case null -> super.append(commands);
            };
        }
    }

    @BeforeEach
    void start() {
        node = new TestNode(
                        access,
                        new SystemLedgerClock(),
                        Faulty::new,
                        PostgresRecordStore.QUEUE,
                        Duration.ofSeconds(20),
                        List.of())
                .start();
        node.send(new Begin(colleague));
        node.send(new Change(colleague));
    }

    @AfterEach
    void the_record_is_whole() {
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
        new RecordCheck(node.database).isWhole();
        node.close();
    }

    @Nested
    class An_error_in_the_append {

        @Test
        void before_the_statement_leaves_no_hole() {
            faults.add(Fault.ERROR_BEFORE);
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(2);
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(3);
            assertThat(node.record.head()).isEqualTo(4);
        }

        @Test
        void after_the_statement_doubles_nothing() {
            faults.add(Fault.ERROR_AFTER);
            assertThat(node.send(new Change(colleague)).position()).isEqualTo(3);
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(3);
            assertThat(node.record.head()).isEqualTo(4);
        }

        @Test
        void that_does_not_go_away_is_not_tried_for_ever_and_leaves_no_phantom() {
            for (var i = 0; i < 10; i++) {
                faults.add(Fault.ERROR_BEFORE);
            }
            assertThatThrownBy(() -> node.send(new Change(colleague))).isInstanceOf(LedgerUnavailable.class);
            assertThat(faults).isNotEmpty();
            faults.clear();
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(2);
        }
    }

    @Nested
    class An_error_in_the_commit_of_the_unit_of_work {

        @Test
        void before_the_append_leaves_no_phantom_and_frees_the_thread() {
            failOnce(true);
            assertThatThrownBy(() -> node.send(new Change(colleague))).isInstanceOf(StackOverflowError.class);
            assertThat(CurrentUnitOfWork.isStarted()).isFalse();
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(2);
        }

        @Test
        void before_the_append_answers_nothing_from_what_never_became_durable() {
            failOnce(true);
            assertThatThrownBy(() -> node.send(new Promote(colleague))).isInstanceOf(StackOverflowError.class);
            var receipt = node.send(new EnsurePartner(colleague));
            assertThat(receipt.recorded()).isTrue();
            assertThat(receipt.version()).isEqualTo(2);
        }

        @Test
        void after_the_append_forgets_nothing_that_is_durable_and_frees_the_thread() {
            failOnce(false);
            assertThatThrownBy(() -> node.send("key", new Change(colleague))).isInstanceOf(StackOverflowError.class);
            assertThat(CurrentUnitOfWork.isStarted()).isFalse();
            assertThat(node.send("key", new Change(colleague)).version()).isEqualTo(2);
            assertThat(node.send(new Change(colleague)).version()).isEqualTo(3);
        }

        private void failOnce(boolean before) {
            var registration = new Object() {
                boolean used;
            };
            node.bus.registerHandlerInterceptor((unitOfWork, chain) -> {
                if (registration.used) {
                    return chain.proceed();
                }
                registration.used = true;
                if (before) {
                    unitOfWork.onPrepareCommit(AppendFailuresTest::overflow);
                    return chain.proceed();
                }
                var result = chain.proceed();
                unitOfWork.afterCommit(u -> u.resources().clear());
                unitOfWork.onCommit(AppendFailuresTest::overflow);
                return result;
            });
        }
    }

    private static void overflow(UnitOfWork<?> unitOfWork) {
        throw new StackOverflowError(
                "in the commit of " + unitOfWork.getMessage().getPayload());
    }

    @Test
    void an_append_that_comes_in_late_is_neither_doubled_nor_called_a_conflict() {
        faults.add(Fault.LOST_AND_LATE);
        assertThat(node.send(new Change(colleague)).position()).isEqualTo(3);
        assertThat(node.record.head()).isEqualTo(3);
    }

    @Test
    void a_full_disk_is_no_fault_of_the_events() {
        faults.add(Fault.DISK_FULL);
        assertThatThrownBy(() -> node.send(new Change(colleague)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("no space left");
        assertThat(node.send(new Change(colleague)).version()).isEqualTo(2);
    }
}
