package org.matterledger.command.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.matterledger.command.followup.SampleDuty.DUE;
import static org.matterledger.command.followup.SampleDuty.KYIV;
import static org.matterledger.command.followup.SampleDuty.NOON;
import static org.matterledger.command.followup.SampleDuty.REPLY;
import static org.matterledger.command.followup.SampleDuty.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.WorkCalendar;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxTest {

    private static final Instant NEXT_MORNING = Instant.parse("2026-02-11T07:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-02-13T16:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-02-14T10:00:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-02-16T07:00:00Z");

    private final SampleDuty streams = new SampleDuty();
    private final JdbcClient database = JdbcClient.create(TestDatabase.freshForTheApplication());
    private final Outbox outbox = outbox(Duration.ofHours(1));

    private Outbox outbox(Duration lease) {
        return new Outbox(database, new Windows(streams), lease);
    }

    private Map<String, Object> row() {
        return database.sql("select * from command.outbox").query().singleRow();
    }

    @Nested
    class A_notice {

        @Test
        void is_put_in_once_for_one_event_and_meaning_and_keeps_its_recipient() {
            outbox.put(notice(What.BREACH, NOON));
            outbox.put(notice(What.BREACH, NOON));
            assertThat(outbox.lease(NOON, 10)).containsExactly(notice(What.BREACH, NOON));
        }

        @Test
        void that_was_sent_is_not_sent_again_when_it_is_put_in_again() {
            outbox.put(notice(What.BREACH, NOON));
            outbox.sent(outbox.lease(NOON, 10).getFirst(), NOON);
            outbox.put(notice(What.BREACH, NOON));
            assertThat(outbox.lease(NOON.plusSeconds(7200), 10)).isEmpty();
            assertThat(row()).containsEntry("state", "SENT");
        }

        @Test
        void can_not_be_deleted_by_the_application() {
            outbox.put(notice(What.BREACH, NOON));
            assertThatThrownBy(() -> database.sql("delete from command.outbox").update())
                    .isInstanceOf(DataAccessException.class);
        }

        @Test
        void that_was_taken_back_never_goes_out() {
            outbox.put(notice(What.WARNING, NOON));
            outbox.withdraw(REPLY, Set.of(What.WARNING), NOON);
            assertThat(outbox.lease(NOON, 10)).isEmpty();
        }

        @Test
        void stays_when_what_took_an_earlier_one_back_is_read_again() {
            outbox.put(notice(What.WARNING, NOON.plusSeconds(60)));
            outbox.withdraw(REPLY, Set.of(What.WARNING), NOON);
            assertThat(outbox.lease(NOON.plusSeconds(60), 10)).hasSize(1);
        }

        @Test
        void that_is_put_in_after_one_was_taken_back_in_the_same_batch_goes_out() {
            var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
            batch.execute(() -> {
                outbox.withdraw(REPLY, Set.of(What.WARNING), NOON);
                outbox.put(notice(What.WARNING, NOON));
            });
            assertThat(outbox.lease(NOON, 10)).hasSize(1);
        }

        @Test
        void that_is_taken_back_in_a_batch_is_so_at_its_end() {
            outbox.put(notice(What.WARNING, NOON));
            var batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
            batch.execute(() -> outbox.withdraw(REPLY, Set.of(What.WARNING), NOON));
            assertThat(row()).containsEntry("state", "WITHDRAWN");
        }

        @Test
        void that_is_no_news_any_more_is_given_up() {
            outbox.put(notice(What.BREACH, NOON));
            assertThat(outbox.lease(NOON.plus(Outbox.NEWS).plusSeconds(1), 10)).isEmpty();
            assertThat(row()).containsEntry("state", "GIVEN_UP");
        }
    }

    @Nested
    class Working_hours {

        @Test
        void are_waited_for() {
            outbox.put(notice(What.BREACH, DUE));
            assertThat(outbox.lease(NEXT_MORNING.minusMillis(1), 10)).isEmpty();
            assertThat(outbox.lease(NEXT_MORNING, 10)).hasSize(1);
        }

        @Test
        void are_waited_for_again_by_what_was_held_up_until_they_were_over() {
            outbox.put(notice(What.BREACH, FRIDAY_EVENING.minusSeconds(600)));
            assertThat(outbox.lease(SATURDAY, 10)).isEmpty();
            assertThat(outbox.lease(MONDAY_MORNING, 10)).hasSize(1);
        }

        @Test
        void are_those_of_the_calendars_newest_version() {
            outbox.put(notice(What.BREACH, DUE));
            var calendar = ((CalendarVersionPublished) streams.read(Set.of(KYIV.value()))
                            .getOrDefault(KYIV.value(), List.of())
                            .getFirst())
                    .calendar();
            var holiday = new WorkCalendar(
                    calendar.zone(), calendar.week(), Map.of(LocalDate.parse("2026-02-11"), List.of()), false);
            streams.knowing(KYIV.value(), new CalendarVersionPublished(KYIV, 2, "Kyiv", holiday, NOON));
            assertThat(outbox.lease(NEXT_MORNING, 10)).isEmpty();
            assertThat(outbox.lease(NEXT_MORNING.plus(Duration.ofDays(1)), 10)).hasSize(1);
        }
    }

    @Nested
    class A_notice_that_is_being_sent {

        @Test
        void is_nobody_elses_until_its_lease_ran_out() {
            outbox.put(notice(What.BREACH, NOON));
            assertThat(outbox.lease(NOON, 10)).hasSize(1);
            assertThat(outbox.lease(NOON, 10)).isEmpty();
            outbox.put(notice(What.WARNING, NOON));
            assertThat(outbox(Duration.ZERO).lease(NOON, 10)).hasSize(1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> outbox.lease(NOON, 10).size() == 1);
        }

        @Test
        void is_tried_again_after_growing_pauses() {
            outbox.put(notice(What.BREACH, NOON));
            outbox.failed(outbox.lease(NOON, 10).getFirst(), "no answer", NOON);
            assertThat(outbox.lease(NOON.plusSeconds(59), 10)).isEmpty();
            var second = outbox.lease(NOON.plusSeconds(60), 10).getFirst();
            assertThat(second.attempts()).isEqualTo(1);
            outbox.failed(second, "no answer", NOON.plusSeconds(60));
            assertThat(outbox.lease(NOON.plusSeconds(179), 10)).isEmpty();
            assertThat(outbox.lease(NOON.plusSeconds(180), 10)).hasSize(1);
        }

        @Test
        void is_counted_as_undeliverable_after_three_attempts() {
            outbox.put(notice(What.BREACH, NOON));
            for (var minute = 0; minute < 3; minute++) {
                assertThat(outbox.undeliverable(NOON)).isZero();
                var now = NOON.plusSeconds(600L * minute);
                outbox.failed(outbox.lease(now, 10).getFirst(), "no such mailbox", now);
            }
            assertThat(outbox.undeliverable(NOON)).isEqualTo(1);
            assertThat(row()).containsEntry("failure", "no such mailbox");
        }
    }
}
