package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Receipt;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeBoth;
import org.matterledger.query.Projection;
import org.matterledger.values.StaffId;

/** Commands that are sent by what handles a message. */
class NestedDispatchTest {

    private static final int FAILURES = 3;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final TestNode node = new TestNode(access);
    private final String one = StaffId.random().value();
    private final String other = StaffId.random().value();

    /** Answers a registration with a command, and fails a few times after the command was answered. */
    private final class Answering implements Projection {

        private final AtomicInteger tries = new AtomicInteger();
        private final AtomicReference<@Nullable Receipt> answer = new AtomicReference<>();
        private volatile boolean durableWithinTheProcessor;

        @Override
        public String name() {
            return "answering";
        }

        @EventHandler
        void on(StaffRegistered event) {
            if (event.staffId().value().equals(one)) {
                node.database.sql("insert into query.note values ('written')").update();
                var receipt = node.send("answer-to-" + one, new Change(other));
                answer.set(receipt);
                // a retry of a dead letter runs in no unit of work of Axon's: only the processor's own try counts
                if (CurrentUnitOfWork.isStarted()) {
                    durableWithinTheProcessor =
                            new RecordCheck(node.database).events(other, "staff.roles-changed") == 1;
                }
                if (tries.incrementAndGet() <= FAILURES) {
                    node.database.sql("select 1 / 0").query(Long.class).single();
                }
            }
        }

        @Override
        public void reset() {
            tries.set(0);
        }
    }

    @AfterEach
    void the_record_is_whole() {
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
        new RecordCheck(node.database).isWhole();
        node.close();
    }

    @Test
    void from_within_a_command_handler_are_refused_and_nothing_of_the_outer_one_is_recorded() {
        node.start();
        node.send(new Begin(one));
        node.send(new Begin(other));

        assertThatThrownBy(() -> node.send(new ChangeBoth(one, other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A command handler sends no commands");
        assertThat(node.record.head()).isEqualTo(2);
        assertThat(node.send(new Change(one)).version()).isEqualTo(1);
    }

    @Test
    void within_a_unit_of_work_that_the_bus_did_not_see_are_refused_too() {
        node.start();
        node.send(new Begin(one));
        var foreign = org.axonframework.messaging.unitofwork.DefaultUnitOfWork.startAndGet(
                org.axonframework.eventhandling.GenericEventMessage.asEventMessage("something else"));
        try {
            assertThatThrownBy(() -> new CommandExecution(
                                    node.record,
                                    node.memory,
                                    new StreamLocks(),
                                    node.neighbours,
                                    new org.matterledger.launcher.time.SystemLedgerClock(),
                                    new Correlation())
                            .execute(
                                    new org.axonframework.commandhandling.GenericCommandMessage<>(new Change(one)),
                                    Request.PLAIN,
                                    unitOfWork -> org.matterledger.command.Outcome.nothingNew()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a unit of work of its own");
        } finally {
            foreign.rollback();
        }
    }

    @Test
    void by_an_event_handler_are_durable_when_it_fails_afterwards_and_its_retries_record_nothing_more()
            throws Exception {
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("create table query.note (text text)");
            statement.execute("grant select, insert on query.note to " + access.application());
        }
        var answering = new Answering();
        node.start(answering);
        var letters = node.deadLetters();
        node.send(new Begin(other));
        node.send(new Begin(one));

        eventually("the handler failed and was tried again", () -> {
            letters.tryAgain(answering);
            return new RecordCheck(node.database).number("select count(*) from query.note") == 1;
        });
        assertThat(answering.tries).hasValue(FAILURES + 1);
        assertThat(answering.durableWithinTheProcessor).isTrue();
        assertThat(answering.answer.get())
                .isNotNull()
                .satisfies(receipt -> assertThat(receipt.repeated()).isTrue());
        assertThat(new RecordCheck(node.database).events(other, "staff.roles-changed"))
                .isEqualTo(1);
        assertThat(node.record.head()).isEqualTo(4);
    }
}
