package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.MatterRule.COMPLAINT_WAS_RECORDED;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.LATER_STEPS_ARE_WITHDRAWN_FIRST;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ACCEPTED_TASK_IS_DELIVERED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_WAS_SAID_MOVES;
import static org.matterledger.command.matter.MatterRule.ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED;
import static org.matterledger.command.matter.MatterRule.TASK_WAS_SET;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.ACCEPT_OR_DECLINE;
import static org.matterledger.values.ObligationKind.ACK_COMPLAINT;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;

/** A complaint or a task that was recorded with a wrong time, or wrongly at all, is put right, and what follows from it. */
class AskedWronglyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-02-16");

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");
    private final MatterLife life = matter.life;

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    private int complained(String at) {
        return matter.tells(at, new Deed.Complains("late"));
    }

    private int asked(String at) {
        return matter.tells(at, new Deed.AsksTask("lease"));
    }

    private int taken(String at) {
        return matter.tells(at, new Deed.TakesTask("lease", MONDAY));
    }

    private void really(String told, int entry, String at) {
        matter.tells(told, new Deed.Moves(entry, life.instant(at), null, false));
    }

    private void withdrawn(String at, int entry) {
        matter.tells(at, new Deed.Withdraws(entry, false));
    }

    private void refusedBy(MatterRule rule) {
        assertThat(matter.answer()).isEqualTo(Outcome.refusedBy(rule));
    }

    private String due(org.matterledger.values.ObligationKind kind) {
        return life.local(life.only(kind).due());
    }

    @Nested
    class A_complaint {

        @Test
        void is_acknowledged_from_its_true_time_on() {
            var complaint = complained("2026-02-11T10:00");
            assertThat(due(ACK_COMPLAINT)).isEqualTo("2026-02-12T18:00");
            really("2026-02-11T11:00", complaint, "2026-02-10T10:00");
            assertThat(due(ACK_COMPLAINT)).isEqualTo("2026-02-11T18:00");
        }

        @Test
        void that_never_was_is_owed_no_word_and_gets_none() {
            var complaint = complained("2026-02-10T10:00");
            withdrawn("2026-02-10T11:00", complaint);
            assertThat(life.owed(ACK_COMPLAINT)).isEmpty();
            matter.tells("2026-02-10T12:00", new Deed.Acknowledges("late"));
            refusedBy(COMPLAINT_WAS_RECORDED);
            withdrawn("2026-02-10T13:00", complaint);
            refusedBy(ENTRY_IS_OF_THIS_MATTER);
        }

        @Test
        void loses_its_missed_word_only_when_a_second_person_agrees() {
            var complaint = complained("2026-02-10T10:00");
            withdrawn("2026-02-13T10:00", complaint);
            assertThat(life.only(ACK_COMPLAINT).breachedAt()).isNotNull();
            var request = life.last(CorrectionRequested.class).request();
            matter.tells("2026-02-13T11:00", new Deed.Withdraws(complaint, true));
            assertThat(life.owed(ACK_COMPLAINT)).isEmpty();
            assertThat(life.acts(new EntryCommand.AgreeToCorrection(M1, request, PETRO)))
                    .isEqualTo(Outcome.refusedBy(MatterRule.CORRECTION_WAS_ASKED_FOR));
        }

        @Test
        void that_came_after_what_acknowledged_it_is_acknowledged() {
            var complaint = complained("2026-02-10T10:00");
            matter.tells("2026-02-10T12:00", new Deed.Acknowledges("late"));
            really("2026-02-11T10:00", complaint, "2026-02-10T15:00");
            assertThat(life.only(ACK_COMPLAINT).open()).isFalse();
        }

        @Test
        void keeps_its_word_to_the_client_as_contact_though_it_never_was() {
            var complaint = complained("2026-02-10T10:00");
            matter.tells("2026-02-10T12:00", new Deed.Acknowledges("late"));
            withdrawn("2026-02-10T13:00", complaint);
            assertThat(life.owed(ACK_COMPLAINT)).isEmpty();
            assertThat(life.local(life.owed(KEEP_INFORMED).getLast().startedAt()))
                    .isEqualTo("2026-02-10T12:00");
        }

        @Test
        void is_not_moved_and_not_made_another() {
            var complaint = matter.entry(complained("2026-02-10T10:00"));
            assertThat(life.acts(
                            new EntryCommand.MoveEntry(M1, complaint, OLHA, new MatterId("matter-m2"), TEXT, null)))
                    .isEqualTo(Outcome.refusedBy(ONLY_WHAT_WAS_SAID_MOVES));
            var channel = new Correction(null, null, ChannelKind.PHONE, null);
            assertThat(life.acts(new EntryCommand.CorrectEntry(M1, complaint, OLHA, channel, TEXT, null)))
                    .isEqualTo(Outcome.refusedBy(ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED));
        }

        @Test
        void of_tomorrow_is_refused() {
            really("2026-02-10T11:00", complained("2026-02-10T10:00"), "2026-02-11T11:00");
            refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }

        @Test
        void of_long_ago_is_put_right_though_the_matter_forgot_it() {
            var complaint = complained("2026-02-10T10:00");
            matter.tells("2026-02-10T12:00", new Deed.Acknowledges("late"));
            for (var day = 0; day < 60; day++) {
                matter.tells("2026-02-11T10:00", new Deed.Updates(null, true, null));
            }
            matter.tells("2026-03-20T10:00", new Deed.Updates(null, true, null));
            assertThat(life.state().duties().recalls(matter.entry(complaint))).isFalse();
            really("2026-03-20T11:00", complaint, "2026-02-05T10:00");
            assertThat(matter.wholeState().duties().owed().stream()
                            .filter(owe -> owe.kind() == ACK_COMPLAINT)
                            .map(owe -> life.local(owe.startedAt())))
                    .containsExactly("2026-02-05T10:00");
        }
    }

    @Nested
    class A_task {

        @Test
        void is_answered_from_its_true_time_on() {
            var task = asked("2026-02-11T10:00");
            really("2026-02-11T11:00", task, "2026-02-10T10:00");
            assertThat(due(ACCEPT_OR_DECLINE)).isEqualTo("2026-02-11T18:00");
        }

        @Test
        void that_was_never_set_is_neither_answered_nor_delivered() {
            var task = asked("2026-02-10T10:00");
            taken("2026-02-10T11:00");
            withdrawn("2026-02-10T12:00", task);
            assertThat(life.owed(ACCEPT_OR_DECLINE)).isEmpty();
            assertThat(life.owed(DELIVER_TASK)).isEmpty();
            matter.tells("2026-02-10T13:00", new Deed.Delivers("lease"));
            refusedBy(TASK_WAS_SET);
        }

        @Test
        void set_anew_after_that_is_the_first_of_its_kind() {
            withdrawn("2026-02-10T12:00", asked("2026-02-10T10:00"));
            asked("2026-02-10T14:00");
            assertThat(life.only(ACCEPT_OR_DECLINE).instance()).isEqualTo(1);
        }

        @Test
        void accepted_by_mistake_waits_for_its_answer_again() {
            asked("2026-02-10T10:00");
            var acceptance = taken("2026-02-10T11:00");
            withdrawn("2026-02-10T12:00", acceptance);
            assertThat(life.only(ACCEPT_OR_DECLINE).open()).isTrue();
            assertThat(due(ACCEPT_OR_DECLINE)).isEqualTo("2026-02-11T18:00");
            assertThat(life.owed(DELIVER_TASK)).isEmpty();
            matter.tells("2026-02-10T13:00", new Deed.Delivers("lease"));
            refusedBy(ONLY_AN_ACCEPTED_TASK_IS_DELIVERED);
            taken("2026-02-10T14:00");
            assertThat(life.only(ACCEPT_OR_DECLINE).open()).isFalse();
        }

        @Test
        void declined_by_mistake_is_accepted_yet() {
            asked("2026-02-10T10:00");
            withdrawn("2026-02-10T12:00", matter.tells("2026-02-10T11:00", new Deed.DropsTask("lease")));
            taken("2026-02-10T13:00");
            assertThat(life.only(DELIVER_TASK).open()).isTrue();
        }

        @Test
        void is_accepted_when_the_ledger_says_so() {
            asked("2026-02-10T10:00");
            really("2026-02-11T10:00", taken("2026-02-10T11:00"), "2026-02-10T10:30");
            refusedBy(ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED);
        }

        @Test
        void delivered_by_mistake_is_owed_again_before_its_acceptance_is_taken_back() {
            asked("2026-02-10T10:00");
            var acceptance = taken("2026-02-10T11:00");
            var delivery = matter.tells("2026-02-10T12:00", new Deed.Delivers("lease"));
            withdrawn("2026-02-10T13:00", acceptance);
            refusedBy(LATER_STEPS_ARE_WITHDRAWN_FIRST);
            withdrawn("2026-02-10T14:00", delivery);
            assertThat(life.only(DELIVER_TASK).open()).isTrue();
            withdrawn("2026-02-10T15:00", acceptance);
            assertThat(life.owed(DELIVER_TASK)).isEmpty();
        }

        @Test
        void keeps_its_acceptance_where_it_was_delivered_before_a_second_person_agreed() {
            asked("2026-02-10T10:00");
            var acceptance = taken("2026-02-10T11:00");
            withdrawn("2026-02-17T10:00", acceptance);
            var request = life.last(CorrectionRequested.class).request();
            matter.tells("2026-02-17T11:00", new Deed.Delivers("lease"));
            assertThat(life.acts(new EntryCommand.AgreeToCorrection(M1, request, PETRO)))
                    .isEqualTo(Outcome.refusedBy(LATER_STEPS_ARE_WITHDRAWN_FIRST));
        }

        @Test
        void delivered_before_it_was_accepted_is_delivered() {
            asked("2026-02-10T10:00");
            taken("2026-02-10T11:00");
            var delivery = matter.tells("2026-02-10T12:00", new Deed.Delivers("lease"));
            really("2026-02-11T10:00", delivery, "2026-02-10T09:30");
            assertThat(life.only(DELIVER_TASK).open()).isFalse();
        }

        @Test
        void set_after_it_was_accepted_is_accepted() {
            var task = asked("2026-02-10T10:00");
            taken("2026-02-10T11:00");
            really("2026-02-11T10:00", task, "2026-02-10T12:00");
            assertThat(life.only(ACCEPT_OR_DECLINE).open()).isFalse();
        }

        @Test
        void is_no_message_that_could_have_bounced() {
            var task = matter.entry(asked("2026-02-10T10:00"));
            assertThat(life.acts(new EntryCommand.ReportFailure(
                            M1, task, null, life.now().instant())))
                    .isEqualTo(Outcome.refusedBy(ENTRY_IS_OF_THIS_MATTER));
            assertThat(life.acts(new EntryCommand.WithdrawEntry(M1, EntryId.of(M1, 0), OLHA, TEXT, null)))
                    .isEqualTo(Outcome.refusedBy(ENTRY_IS_OF_THIS_MATTER));
        }
    }
}
