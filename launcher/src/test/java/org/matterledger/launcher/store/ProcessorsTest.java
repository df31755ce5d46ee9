package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.launcher.store.ColleagueView.Trouble;
import org.matterledger.values.StaffId;
import org.slf4j.LoggerFactory;

class ProcessorsTest {

    private final DatabaseAccess access = ColleagueView.withTable(TestDatabase.fresh());
    private final String troubled = StaffId.random().value();
    private final String other = StaffId.random().value();
    private final TestNode node = new TestNode(access);

    private ColleagueView view(Trouble trouble) {
        var view = new ColleagueView(node.database, trouble);
        node.start(view);
        return view;
    }

    private List<Long> order(String stream) {
        return ColleagueView.order(node.database, stream);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Nested
    class A_view_that_fails_three_times_and_then_works {

        private final ColleagueView view = view(ColleagueView.times(3, troubled, 1, ColleagueView.throwing()));
        private final DeadLetters letters = node.deadLetters();

        @Test
        void misses_nothing_in_the_end_and_keeps_the_order_of_each_stream() {
            node.send(new Begin(troubled));
            node.send(new Change(troubled));
            node.send(new Change(troubled));
            node.send(new Begin(other));
            node.send(new Change(other));

            await().until(() -> order(other).equals(upTo(2)));
            assertThat(order(troubled)).isEqualTo(upTo(1));
            assertThat(letters.waitingByView()).containsExactly(java.util.Map.entry("colleagues", 2L));

            letters.tryAgain(view);
            node.send(new Change(troubled));
            node.send(new Change(other));
            await().until(() -> order(other).equals(upTo(3)));
            assertThat(order(troubled)).isEqualTo(upTo(1));
            assertThat(letters.waiting()).isEqualTo(3);

            letters.tryAgain(view);
            assertThat(order(troubled)).isEqualTo(upTo(4));
            assertThat(letters.waiting()).isZero();
            node.send(new Change(troubled));
            await().until(() -> order(troubled).equals(upTo(5)));
        }

        @Test
        void raises_an_alarm_for_as_long_as_an_event_waits() {
            node.send(new Begin(troubled));
            node.send(new Change(troubled));
            await().until(() -> letters.waiting() == 1);

            var health = node.health(letters).look();
            assertThat(health.well()).isFalse();
            assertThat(health.waiting()).containsEntry("colleagues", 1L);
            assertThat(alarms(letters::tryAgainAndAlarm))
                    .singleElement()
                    .asString()
                    .contains("1 events wait")
                    .contains("does not understand 1");

            assertThat(alarms(letters::tryAgainAndAlarm)).isEmpty();
            await().until(() -> node.health(letters).look().well());
        }

        private List<String> alarms(Runnable round) {
            var log = (Logger) LoggerFactory.getLogger(DeadLetters.class);
            var heard = new ListAppender<ILoggingEvent>();
            heard.start();
            log.addAppender(heard);
            round.run();
            log.detachAppender(heard);
            return heard.list.stream()
                    .filter(event -> event.getLevel() == Level.ERROR)
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    @Nested
    class A_batch_with_one_event_that_fails {

        private void batch(Trouble trouble) {
            try (var writer = new TestNode(access).start()) {
                writer.send(new Begin(troubled));
                writer.send(new Begin(other));
                writer.send(new ChangeOften(other, 20));
                writer.send(new Change(troubled));
                writer.send(new Change(troubled));
                writer.send(new ChangeOften(other, 20));
            }
            view(trouble);
            await().until(() -> order(other).size() == 41);
            assertThat(node.deadLetters().waiting()).isEqualTo(2);
        }

        @Test
        void writes_the_rows_of_all_others_though_its_statement_spoiled_the_transaction() {
            batch(ColleagueView.times(
                    Integer.MAX_VALUE,
                    troubled,
                    1,
                    event -> node.database
                            .sql("select 1 / 0")
                            .query(Integer.class)
                            .single()));
            assertThat(order(other)).isEqualTo(upTo(41));
            assertThat(order(troubled)).isEqualTo(upTo(1));
        }

        @Test
        void leaves_no_half_written_row_of_it() {
            batch(ColleagueView.times(Integer.MAX_VALUE, troubled, 1, ColleagueView.throwing()));
            assertThat(order(troubled)).isEqualTo(upTo(1));
        }

        @Test
        void survives_an_error_that_is_no_exception() {
            batch(ColleagueView.times(Integer.MAX_VALUE, troubled, 1, event -> {
                throw new StackOverflowError("planted");
            }));
            assertThat(order(other)).isEqualTo(upTo(41));
        }
    }

    @Nested
    class A_stream_of_which_more_events_wait_than_a_page_holds {

        private static final int MANY = 1100;

        @Test
        void is_taken_in_whole_and_in_order() {
            var view = view(ColleagueView.times(2, troubled, 0, ColleagueView.throwing()));
            var letters = node.deadLetters();
            node.send(new Begin(troubled));
            node.send(new ChangeOften(troubled, MANY));
            await().until(() -> letters.waiting() == MANY + 1);

            letters.tryAgain(view);

            assertThat(letters.waiting()).isZero();
            assertThat(order(troubled)).isEqualTo(upTo(MANY + 1));
        }
    }

    @Nested
    class A_hopeless_stream {

        @Test
        void does_not_keep_those_behind_it_waiting() {
            var mended = new AtomicBoolean();
            var view = view(event -> {
                if (event.getAggregateIdentifier().equals(troubled) || !mended.get()) {
                    throw new IllegalStateException("not yet");
                }
            });
            var letters = node.deadLetters();
            node.send(new Begin(troubled));
            for (var i = 0; i < 20; i++) {
                node.send(new Begin(StaffId.random().value()));
            }
            await().until(() -> letters.waiting() == 21);

            mended.set(true);
            letters.tryAgain(view);

            assertThat(letters.waiting()).isEqualTo(1);
            assertThat(order(troubled)).isEmpty();
        }
    }
}
