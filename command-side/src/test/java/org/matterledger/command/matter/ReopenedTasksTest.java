package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.MatterRule.LATER_STEPS_ARE_WITHDRAWN_FIRST;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ENDED_TASK_IS_REOPENED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.TASK_STANDS_IN_WRITING;
import static org.matterledger.command.matter.MatterRule.TASK_WAS_SET;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.values.ObligationKind.ACCEPT_OR_DECLINE;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.TaskCommand.ReopenTask;
import org.matterledger.events.TaskEvent.TaskReopened;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;

/** A task that was declined or delivered is set again: a new instance, and the old one stays as it ended (4.2, 17). */
class ReopenedTasksTest {

    @Nested
    class Reopening {

        private final ReopenTask again = reopening(TaskForm.WRITTEN, SampleMatter.NOW);

        private ReopenTask reopening(TaskForm form, Instant at) {
            return new ReopenTask(M1, SampleTask.TASK, form, MARTA, null, null, at);
        }

        @Test
        void a_delivered_task_is_recorded() {
            SampleMatter.given(
                            SampleMatter.opened(),
                            SampleTask.requested(TaskForm.WRITTEN),
                            SampleTask.accepted(),
                            SampleTask.delivered())
                    .when(again, SampleMatter.NOW)
                    .records_entry(
                            SampleTask.TASK.value(),
                            new TaskReopened(
                                    M1, SampleTask.TASK, TaskForm.WRITTEN, MARTA, null, null, SampleMatter.NOW));
        }

        @Test
        void what_has_not_ended_is_refused() {
            SampleMatter.given(SampleMatter.opened(), SampleTask.requested(TaskForm.WRITTEN), SampleTask.accepted())
                    .when(again, SampleMatter.NOW)
                    .is_refused_by(ONLY_AN_ENDED_TASK_IS_REOPENED);
        }

        @Test
        void what_was_never_set_is_refused() {
            SampleMatter.given(SampleMatter.opened())
                    .when(again, SampleMatter.NOW)
                    .is_refused_by(TASK_WAS_SET);
        }

        @Test
        void of_tomorrow_is_refused() {
            SampleMatter.given(
                            SampleMatter.opened(),
                            SampleTask.requested(TaskForm.WRITTEN),
                            SampleTask.accepted(),
                            SampleTask.delivered())
                    .when(reopening(TaskForm.WRITTEN, SampleMatter.NOW.plusSeconds(301)), SampleMatter.NOW)
                    .is_refused_by(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
    }

    @Nested
    class What_is_owed {

        private static final LocalDate MONDAY = LocalDate.parse("2026-02-16");

        private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");
        private final MatterLife life = matter.life;

        @AfterEach
        void the_model_agrees() {
            assertThat(matter.recorded()).isEqualTo(matter.expected());
        }

        private int delivered() {
            matter.tells("2026-02-10T10:00", new Deed.AsksTask("lease"));
            matter.tells("2026-02-10T11:00", new Deed.TakesTask("lease", MONDAY));
            return matter.tells("2026-02-10T12:00", new Deed.Delivers("lease"));
        }

        private int again() {
            return matter.tells("2026-02-11T10:00", new Deed.AsksAgain("lease"));
        }

        private Obligation last(ObligationKind kind) {
            return life.owed(kind).getLast();
        }

        @Test
        void begins_anew_as_the_second_of_its_kind() {
            delivered();
            again();
            assertThat(last(ACCEPT_OR_DECLINE).instance()).isEqualTo(2);
            assertThat(life.local(last(ACCEPT_OR_DECLINE).due())).isEqualTo("2026-02-12T18:00");
            matter.tells("2026-02-11T11:00", new Deed.TakesTask("lease", MONDAY));
            assertThat(last(DELIVER_TASK).instance()).isEqualTo(2);
            assertThat(life.owed(DELIVER_TASK).getFirst().open()).isFalse();
            matter.tells("2026-02-11T12:00", new Deed.Delivers("lease"));
            assertThat(last(DELIVER_TASK).open()).isFalse();
        }

        @Test
        void is_the_second_though_the_matter_forgot_the_first() {
            delivered();
            for (var day = 0; day < 60; day++) {
                matter.tells("2026-02-11T10:00", new Deed.Updates(null, true, null));
            }
            matter.tells("2026-03-20T10:00", new Deed.Updates(null, true, null));
            assertThat(life.owed(ACCEPT_OR_DECLINE)).isEmpty();
            matter.tells("2026-03-20T10:00", new Deed.AsksAgain("lease"));
            assertThat(last(ACCEPT_OR_DECLINE).instance()).isEqualTo(2);
            matter.tells("2026-03-20T11:00", new Deed.TakesTask("lease", LocalDate.parse("2026-03-23")));
            assertThat(last(DELIVER_TASK).instance()).isEqualTo(2);
        }

        @Test
        void a_delivery_promised_anew_is_the_same_one() {
            matter.tells("2026-02-10T10:00", new Deed.AsksTask("lease"));
            var taken = matter.tells("2026-02-10T11:00", new Deed.TakesTask("lease", MONDAY));
            matter.tells("2026-02-10T12:00", new Deed.SaysLate(taken, false, null, LocalDate.parse("2026-02-18")));
            assertThat(last(DELIVER_TASK).promises()).isEqualTo(1);
            assertThat(last(DELIVER_TASK).instance()).isEqualTo(1);
        }

        @Test
        void is_not_settled_by_what_settled_it_before() {
            var delivery = delivered();
            again();
            matter.tells("2026-02-11T11:00", new Deed.TakesTask("lease", MONDAY));
            matter.tells("2026-02-11T13:00", new Deed.Moves(delivery, life.instant("2026-02-11T12:00"), null, false));
            assertThat(life.owed(DELIVER_TASK).getFirst().open()).isFalse();
            assertThat(last(DELIVER_TASK).open()).isTrue();
        }

        @Test
        void ends_where_nobody_set_it_again() {
            delivered();
            var again = again();
            matter.tells("2026-02-11T11:00", new Deed.TakesTask("lease", MONDAY));
            matter.tells("2026-02-11T12:00", new Deed.Withdraws(again, false));
            assertThat(matter.answer()).isEqualTo(Outcome.refusedBy(LATER_STEPS_ARE_WITHDRAWN_FIRST));
        }

        @Test
        void by_word_of_mouth_is_described_first() {
            delivered();
            var oral = new ReopenTask(
                    M1,
                    new TaskId("task-lease"),
                    TaskForm.ORAL,
                    MARTA,
                    null,
                    null,
                    life.now().instant());
            life.does(state -> TaskDecisions.decide(state, oral, life.facts(), life.now()));
            assertThat(life.owed(ACCEPT_OR_DECLINE)).hasSize(1);
            var acceptance = new TaskCommand.AcceptTask(M1, oral.taskId(), OLHA, MONDAY);
            assertThat(life.does(state -> TaskDecisions.decide(state, acceptance, life.facts(), life.now())))
                    .isEqualTo(Outcome.refusedBy(TASK_STANDS_IN_WRITING));
        }
    }
}
