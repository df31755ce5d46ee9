package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.matterledger.command.matter.MatterRule.PROMISED_DATE_IS_AHEAD_AND_OPEN;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Level;
import org.matterledger.values.MessageNature;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** A time stated of the promised day: the promise is due then, not at the close of the day (semantics 4.2, 8). */
class StatedTimesTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    @Nested
    class A_holding_reply {

        @Test
        void is_due_at_the_time_that_it_states() {
            matter.tells("2026-02-10T10:00", holds("2026-02-13", "15:00"));
            assertThat(due()).isEqualTo("2026-02-13T15:00");
            assertThat(only().plan().reckoned().rule()).isEqualTo("STATED_TIME_OF_THE_PROMISED_DAY");
            assertThat(only().promisedTime()).isEqualTo("15:00");
        }

        @Test
        void is_missed_when_nobody_wrote_by_then_and_the_partner_hears_on_the_working_day_after() {
            matter.tells("2026-02-10T10:00", holds("2026-02-13", "15:00"));
            matter.passes("2026-02-13T15:00");
            assertThat(matter.life.local(Objects.requireNonNull(only().breachedAt())))
                    .isEqualTo("2026-02-13T15:00");
        }

        @Test
        void is_announced_as_late_on_the_working_day_before_whatever_time_it_states() {
            matter.tells("2026-02-10T10:00", holds("2026-02-13", "15:00"));
            assertThat(matter.life.local(matter.life.only(DELAY_NOTICE).due())).isEqualTo("2026-02-12T18:00");
        }

        @Test
        void may_state_a_time_outside_the_opening_hours() {
            matter.tells("2026-02-10T19:00", holds("2026-02-10", "21:30"));
            assertThat(due()).isEqualTo("2026-02-10T21:30");
            assertThat(only().plan().ladder())
                    .filteredOn(step -> step.level() == Level.PARTNER)
                    .allSatisfy(step -> assertThat(matter.life.local(step.at())).isEqualTo("2026-02-11T18:00"));
        }

        @Test
        void for_midnight_is_due_when_its_day_begins_and_counts_from_that_day() {
            matter.tells("2026-02-10T10:00", holds("2026-02-16", "00:00"));
            assertThat(due()).isEqualTo("2026-02-16T00:00");
            assertThat(matter.life.local(matter.life.only(DELAY_NOTICE).due())).isEqualTo("2026-02-13T18:00");
        }

        @Test
        void states_another_time_for_the_same_day_as_a_promise_made_again() {
            matter.tells("2026-02-10T10:00", holds("2026-02-13", "11:00"));
            matter.tells("2026-02-11T10:00", holds("2026-02-13", "15:00"));
            assertThat(matter.life.owed(KEEP_PROMISE))
                    .extracting(Obligation::promises, Obligation::open)
                    .containsExactly(tuple(0, false), tuple(1, true));
            assertThat(Objects.requireNonNull(
                                    matter.life.owed(KEEP_PROMISE).getFirst().ending())
                            .withNotice())
                    .isTrue();
        }
    }

    @Nested
    class Refused {

        @Test
        void a_time_that_has_passed() {
            matter.life.at("2026-02-10T15:00");
            refused("2026-02-10", "14:59", PROMISED_DATE_IS_AHEAD_AND_OPEN);
            refused("2026-02-10", "15:00", PROMISED_DATE_IS_AHEAD_AND_OPEN);
            matter.tells("2026-02-10T15:00", holds("2026-02-10", "15:01"));
            assertThat(due()).isEqualTo("2026-02-10T15:01");
        }

        @Test
        void a_time_of_a_closed_day_or_of_one_too_far() {
            matter.life.at("2026-02-10T15:00");
            refused("2026-02-15", "12:00", PROMISED_DATE_IS_AHEAD_AND_OPEN);
            refused("2027-02-12", "12:00", PROMISED_DATE_IS_AHEAD_AND_OPEN);
        }

        @Test
        void nothing_that_happened_but_it_answers_nothing() {
            matter.tells("2026-02-10T10:00", new Deed.ClientWrites("a", ChannelKind.MAIL, MessageNature.SUBSTANTIVE));
            matter.tells("2026-02-10T16:00", wrote("2026-02-10", "15:00"));
            assertThat(matter.life.only(REPLY).open()).isTrue();
            assertThat(matter.life.owed(KEEP_PROMISE)).isEmpty();
        }

        private void refused(String day, String time, MatterRule rule) {
            assertThat(matter.life.holds(day, time))
                    .isInstanceOfSatisfying(
                            Outcome.Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(rule.name()));
        }
    }

    @Test
    void a_message_told_afterwards_states_one_too() {
        matter.tells("2026-02-10T10:00", "2026-02-11T10:00", wrote("2026-02-13", "15:00"));
        assertThat(due()).isEqualTo("2026-02-13T15:00");
    }

    @Test
    void a_delay_notice_states_one_for_a_delivery() {
        matter.tells("2026-02-10T10:00", new Deed.AsksTask("t"));
        var task = matter.tells("2026-02-10T10:30", new Deed.TakesTask("t", LocalDate.parse("2026-02-13")));
        matter.tells(
                "2026-02-11T10:00",
                new Deed.SaysLate(task, false, null, LocalDate.parse("2026-02-17"), LocalTime.of(15, 0)));
        assertThat(matter.life.local(matter.life.owed(DELIVER_TASK).getLast().due()))
                .isEqualTo("2026-02-17T15:00");
    }

    @Test
    void told_later_the_earlier_time_of_one_minute_is_replaced_by_the_later_one() {
        matter.tells("2026-02-10T10:00", wrote("2026-02-13", "15:00"));
        matter.tells("2026-02-10T10:00", "2026-02-10T10:05", wrote("2026-02-13", "11:00"));
        assertThat(matter.life.local(matter.life.owed(KEEP_PROMISE).stream()
                        .filter(Obligation::open)
                        .findFirst()
                        .orElseThrow()
                        .due()))
                .isEqualTo("2026-02-13T15:00");
    }

    @Test
    void where_the_day_is_closed_afterwards_it_stays_and_asks_for_a_delay_notice_even_at_midnight() {
        matter.tells("2026-02-10T10:00", holds("2026-02-16", "00:00"));
        var week = SampleTerms.week("Europe/Kyiv", "09:00", "18:00");
        var closed = Map.of(LocalDate.parse("2026-02-16"), List.<OpenInterval>of());
        matter.tells("2026-02-11T10:00", new Deed.Publishes(new WorkCalendar(week.zone(), week.week(), closed, false)));
        assertThat(due()).isEqualTo("2026-02-16T00:00");
        assertThat(only().plan().reckoned().rule()).isEqualTo(DueTimes.PROMISED_DAY_CLOSED);
    }

    @Nested
    class When_the_clocks_change {

        @Test
        void a_time_that_is_left_out_moves_forward() {
            matter.tells("2026-02-10T10:00", new Deed.AgreesRoundTheClock());
            matter.tells("2026-03-20T10:00", holds("2026-03-29", "03:30"));
            assertThat(due()).isEqualTo("2026-03-29T04:30");
        }

        @Test
        void a_time_that_comes_twice_is_the_second() {
            matter.tells("2026-02-10T10:00", new Deed.AgreesRoundTheClock());
            matter.tells("2026-10-20T10:00", holds("2026-10-25", "03:30"));
            assertThat(only().due()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        }
    }

    private static Deed holds(String day, String time) {
        return new Deed.Holds("", -1, LocalDate.parse(day), LocalTime.parse(time));
    }

    private static Deed wrote(String day, String time) {
        return new Deed.FirmWrites(
                "a",
                ChannelKind.MAIL,
                MessageNature.HOLDING_REPLY,
                true,
                -1,
                LocalDate.parse(day),
                LocalTime.parse(time),
                null);
    }

    private Obligation only() {
        return matter.life.only(KEEP_PROMISE);
    }

    private String due() {
        return matter.life.local(only().due());
    }
}
