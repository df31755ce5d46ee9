package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.ACK_COMPLAINT;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MessageNature;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.Party;
import org.matterledger.values.WorkCalendar;

/** Duties under terms that change while they run, and facts that become known late, wrong, or not at all. */
class ChangesAndLateNewsTest {

    private static final WorkCalendar WEEK = SampleTerms.week("Europe/Kyiv", "09:00", "18:00");

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    @Nested
    class ChangedTerms {

        @Test
        void time_used_is_counted_by_the_hours_that_held_then() {
            matter.tells("2026-02-10T09:00", new Deed.AgreesTimes(null, Duration.ofHours(27), null));
            matter.tells("2026-02-11T09:00", written("a"));
            matter.tells("2026-02-11T19:00", new Deed.Publishes(closed("2026-02-11", "2026-02-13")));
            matter.tells("2026-02-12T19:00", new Deed.Publishes(closed("2026-02-11", "2026-02-13", "2026-02-20")));
            assertThat(matter.life.local(matter.life.only(REPLY).due())).isEqualTo("2026-02-16T18:00");
        }

        @Test
        void a_change_that_moves_no_due_time_is_no_new_plan() {
            matter.tells("2026-02-11T09:00", new Deed.AgreesSilence(1));
            matter.tells("2026-02-11T10:00", new Deed.AgreesTimes(null, Duration.ofHours(5), null));
            matter.tells("2026-02-11T11:00", new Deed.AgreesTimes(null, Duration.ofHours(6), null));
            assertThat(matter.life.verdicts().stream().filter(ObligationReplanned.class::isInstance))
                    .hasSize(1);
        }

        @Test
        void a_message_whose_clock_starts_when_an_older_one_is_waived_has_lived_through_them_too() {
            matter.tells("2026-02-10T09:00", new Deed.AgreesTimes(null, Duration.ofHours(27), null));
            var thanks = matter.tells("2026-02-11T09:00", written("a"));
            matter.tells("2026-02-11T10:00", written("a"));
            matter.tells("2026-02-12T09:00", new Deed.AgreesTimes(null, Duration.ofHours(45), null));
            matter.tells("2026-02-12T12:00", new Deed.Waives(thanks));
            assertThat(matter.life.local(matter.life.owed(REPLY).get(1).due())).isEqualTo("2026-02-18T10:00");
        }
    }

    @Nested
    class LateNews {

        @Test
        void leaves_a_duty_that_had_ended_with_who_held_it_then() {
            matter.tells("2026-02-10T10:00", written("a"));
            matter.tells("2026-02-11T10:00", new Deed.HandsOver(true));
            matter.tells("2026-02-10T11:00", "2026-02-11T12:00", new Deed.Calls(Party.FIRM, "a", true));
            assertThat(matter.life.only(REPLY).holder()).isEqualTo(MatterLife.OLHA);
        }

        @Test
        void from_before_a_matter_was_taken_over_breaks_nothing_and_is_its_last_contact() {
            var opened = matter.life.instant("2026-02-09T09:00");
            var lastContact = matter.life.instant("2026-02-01T09:00");
            var takenOver = new ToldHistory(WEEK, SampleTerms.policy(), opened, lastContact);
            takenOver.tells("2026-02-05T10:00", "2026-02-09T10:00", written("a"));
            takenOver.tells("2026-02-06T10:00", "2026-02-09T10:30", new Deed.Calls(Party.FIRM, "b", true));
            assertThat(matter.life.local(takenOver.life.only(REPLY).due())).isEqualTo("2026-02-09T18:00");
            assertThat(matter.life.local(takenOver.life.only(KEEP_INFORMED).startedAt()))
                    .isEqualTo("2026-02-06T10:00");
        }

        @Test
        void makes_no_breach_of_a_duty_that_never_was() {
            var thanks = matter.tells("2026-02-10T10:00", written("a"));
            matter.tells("2026-02-10T11:00", written("a"));
            matter.tells("2026-02-12T10:00", new Deed.Waives(thanks));
            matter.tells("2026-02-10T12:00", "2026-02-12T11:00", new Deed.Calls(Party.FIRM, "a", true));
            matter.passes("2026-02-13T10:00");
            assertThat(matter.life.state().duties().owed())
                    .filteredOn(Obligation::reckonedAway)
                    .hasSize(1)
                    .allMatch(owe -> owe.breachedAt() == null);
        }

        @Test
        void that_a_delivery_bounced_opens_it_again_and_lets_it_be_delivered() {
            matter.tells("2026-02-10T10:00", new Deed.AsksTask("t"));
            matter.tells("2026-02-10T11:00", new Deed.TakesTask("t", LocalDate.parse("2026-02-12")));
            var delivery = matter.tells("2026-02-11T11:00", new Deed.Delivers("t"));
            matter.tells("2026-02-11T11:05", new Deed.Bounces(delivery));
            assertThat(matter.life.only(DELIVER_TASK).open()).isTrue();
            matter.tells("2026-02-11T12:00", new Deed.Delivers("t"));
            assertThat(matter.life.local(Objects.requireNonNull(
                                    matter.life.only(DELIVER_TASK).ending())
                            .at()))
                    .isEqualTo("2026-02-11T12:00");
        }

        @Test
        void that_an_acknowledgement_bounced_opens_it_again_and_lets_it_be_sent() {
            matter.tells("2026-02-10T10:00", new Deed.Complains("c"));
            var sent = matter.tells("2026-02-10T11:00", new Deed.Acknowledges("c"));
            matter.tells("2026-02-10T11:05", new Deed.Bounces(sent));
            assertThat(matter.life.only(ACK_COMPLAINT).open()).isTrue();
            matter.tells("2026-02-10T12:00", new Deed.Acknowledges("c"));
            assertThat(matter.life.only(ACK_COMPLAINT).open()).isFalse();
        }
    }

    /** More than a matter keeps in mind: two messages and an answer on each working day. */
    @Nested
    class LongAgo {

        private int first;
        private int answer;

        private void fourMonths() {
            first = matter.tells("2026-02-10T10:00", written("a"));
            answer = matter.tells("2026-02-10T12:00", answer("a", -1));
            for (var day = LocalDate.parse("2026-02-11");
                    day.isBefore(LocalDate.parse("2026-06-11"));
                    day = day.plusDays(1)) {
                if (WEEK.isOpen(day)) {
                    matter.tells(day + "T10:00", written("b"));
                    matter.tells(day + "T12:00", answer("b", -1));
                }
            }
            assertThat(matter.life.state().duties().happenings()).hasSizeLessThan(80);
            assertThat(matter.life.state().duties().find(replyOf(first).id())).isNull();
        }

        private Obligation replyOf(int message) {
            return matter.whole().stream()
                    .filter(owe -> owe.kind() == REPLY && owe.basis().equals(matter.entry(message)))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void an_answer_that_turns_out_to_have_bounced_opens_the_duty_that_was_forgotten() {
            fourMonths();
            matter.tells("2026-06-11T09:00", new Deed.Bounces(answer));
            assertThat(matter.life.state().duties().find(replyOf(first).id()))
                    .matches(Obligation::open)
                    .matches(owe -> owe.breachedAt() != null);
            matter.tells("2026-06-11T10:00", answer("a", -1));
            assertThat(replyOf(first).open()).isFalse();
        }

        @Test
        void a_message_told_after_months_is_owed_an_answer() {
            fourMonths();
            matter.tells("2026-02-20T10:00", "2026-06-11T09:00", written("c"));
            assertThat(matter.life.owed(REPLY)).filteredOn(Obligation::open).hasSize(1);
        }

        @Test
        void an_answer_may_refer_to_a_message_that_was_forgotten() {
            fourMonths();
            matter.tells("2026-06-11T09:00", written("a"));
            matter.tells("2026-06-11T10:00", answer("x", first));
            assertThat(matter.life.owed(REPLY)).noneMatch(Obligation::open);
        }

        @Test
        void a_message_that_happened_months_later_than_recorded_counts_anew() {
            fourMonths();
            matter.tells(
                    "2026-06-11T09:00", new Deed.Moves(first, matter.life.instant("2026-06-11T08:00"), null, true));
            matter.tells("2026-06-11T07:00", "2026-06-11T09:30", answer("b", -1));
            assertThat(matter.life.state().duties().find(replyOf(first).id())).matches(Obligation::open);
        }
    }

    private static WorkCalendar closed(String... days) {
        var exceptions = new HashMap<LocalDate, List<OpenInterval>>();
        for (var day : days) {
            exceptions.put(LocalDate.parse(day), List.of());
        }
        return new WorkCalendar(WEEK.zone(), WEEK.week(), Map.copyOf(exceptions), false);
    }

    private static Deed answer(String thread, int to) {
        return new Deed.FirmWrites(thread, ChannelKind.MAIL, MessageNature.SUBSTANTIVE, true, to, null, null);
    }

    private static Deed written(String thread) {
        return new Deed.ClientWrites(thread, ChannelKind.MAIL, MessageNature.SUBSTANTIVE);
    }
}
