package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.MATTER_IS_OPEN;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ASKED_TASK_IS_ANSWERED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_ACCEPTS_TASKS;
import static org.matterledger.command.matter.MatterRule.TASK_DATE_IS_AHEAD_AND_OPEN;
import static org.matterledger.command.matter.MatterRule.TASK_STANDS_IN_WRITING;
import static org.matterledger.command.matter.MatterRule.TASK_WAS_SET;
import static org.matterledger.command.matter.MatterRule.UPDATE_TAKES_AN_AGREED_CHANNEL;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.SOURCE;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.opened;
import static org.matterledger.command.matter.SampleTask.MONDAY;
import static org.matterledger.command.matter.SampleTask.TASK;
import static org.matterledger.command.matter.SampleTask.TO;
import static org.matterledger.command.matter.SampleTask.accepted;
import static org.matterledger.command.matter.SampleTask.delivered;
import static org.matterledger.command.matter.SampleTask.requested;
import static org.matterledger.values.ChannelKind.MAIL;
import static org.matterledger.values.ChannelKind.TELEGRAM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.TaskCommand.AcceptTask;
import org.matterledger.command.matter.TaskCommand.ConfirmTaskDescription;
import org.matterledger.command.matter.TaskCommand.DeclineTask;
import org.matterledger.command.matter.TaskCommand.RequestTask;
import org.matterledger.command.matter.TaskCommand.SendTaskDescription;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskForm;

/** What a task demands from the wish to the delivery. The sample's calendar is open on Mondays. */
class TasksTest {

    private static RequestTask request(TaskForm form, Instant at) {
        return new RequestTask(M1, TASK, form, MARTA, null, TEXT, SOURCE, at);
    }

    private static TaskDescriptionSent described() {
        return new TaskDescriptionSent(M1, TASK, MAIL, MAIN, TO, OLHA, TEXT, null, NOW);
    }

    private static AcceptTask accept(StaffId by, LocalDate dueOn) {
        return new AcceptTask(M1, TASK, by, dueOn);
    }

    @Nested
    class Requesting {

        @Test
        void is_recorded_with_whether_it_came_outside_hours() {
            given(opened())
                    .when(request(TaskForm.WRITTEN, NOW), NOW)
                    .records_entry(TASK.value(), requested(TaskForm.WRITTEN));
        }

        @Test
        void again_records_nothing() {
            given(opened(), requested(TaskForm.ORAL))
                    .when(request(TaskForm.ORAL, NOW), NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void of_tomorrow_is_refused() {
            given(opened())
                    .when(request(TaskForm.ORAL, NOW.plusSeconds(301)), NOW)
                    .is_refused_by(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
    }

    @Nested
    class Describing {

        private final SendTaskDescription description = describe(MAIL);

        private static SendTaskDescription describe(ChannelKind channel) {
            return new SendTaskDescription(M1, TASK, channel, List.of(MARTA), OLHA, TEXT, null);
        }

        @Test
        void an_oral_task_is_recorded() {
            given(opened(), requested(TaskForm.ORAL)).when(description, NOW).records_entry(TASK.value(), described());
        }

        @Test
        void an_unknown_task_is_refused() {
            given(opened()).when(description, NOW).is_refused_by(TASK_WAS_SET);
        }

        @Test
        void a_written_task_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(description, NOW)
                    .is_refused_by(ONLY_AN_ASKED_TASK_IS_ANSWERED);
        }

        @Test
        void by_a_channel_not_agreed_is_refused() {
            given(opened(), requested(TaskForm.ORAL))
                    .when(describe(TELEGRAM), NOW)
                    .is_refused_by(UPDATE_TAKES_AN_AGREED_CHANNEL);
        }
    }

    @Nested
    class Confirming {

        private final ConfirmTaskDescription confirmation =
                new ConfirmTaskDescription(M1, TASK, MARTA, null, SOURCE, NOW);
        private final TaskDescriptionConfirmed confirmed =
                new TaskDescriptionConfirmed(M1, TASK, MARTA, null, SOURCE, NOW);

        @Test
        void a_description_is_recorded() {
            given(opened(), requested(TaskForm.ORAL), described())
                    .when(confirmation, NOW)
                    .records_entry(TASK.value(), confirmed);
        }

        @Test
        void again_records_nothing() {
            given(opened(), requested(TaskForm.ORAL), described(), confirmed)
                    .when(confirmation, NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void an_unknown_task_is_refused() {
            given(opened()).when(confirmation, NOW).is_refused_by(TASK_WAS_SET);
        }
    }

    @Nested
    class Accepting {

        @Test
        void by_the_responsible_is_recorded_with_the_close_of_its_day() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(accept(OLHA, MONDAY), NOW)
                    .records_entry(TASK.value(), accepted());
        }

        @Test
        void again_records_nothing() {
            given(opened(), requested(TaskForm.WRITTEN), accepted())
                    .when(accept(OLHA, MONDAY), NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void by_anyone_else_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(accept(PETRO, MONDAY), NOW)
                    .is_refused_by(RESPONSIBLE_ACCEPTS_TASKS);
        }

        @Test
        void by_who_acts_for_an_absent_responsible_is_recorded() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .knowing(
                            OLHA.value(),
                            new StaffDeputyNamed(OLHA, PETRO, NOW),
                            new StaffAbsenceRecorded(
                                    OLHA, AbsenceId.random(), NOW.minusSeconds(60), NOW.plusSeconds(3600), NOW))
                    .when(accept(PETRO, MONDAY), NOW)
                    .records_entry(
                            TASK.value(),
                            new TaskAccepted(M1, TASK, PETRO, MONDAY, Instant.parse("2026-02-16T16:00:00Z"), NOW));
        }

        @Test
        void what_was_only_said_is_refused_until_it_is_confirmed() {
            given(opened(), requested(TaskForm.ORAL))
                    .when(accept(OLHA, MONDAY), NOW)
                    .is_refused_by(TASK_STANDS_IN_WRITING);
            given(opened(), requested(TaskForm.ORAL), described())
                    .when(accept(OLHA, MONDAY), NOW)
                    .is_refused_by(TASK_STANDS_IN_WRITING);
        }

        @Test
        void for_a_closed_or_past_day_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(accept(OLHA, MONDAY.plusDays(1)), NOW)
                    .is_refused_by(TASK_DATE_IS_AHEAD_AND_OPEN);
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(accept(OLHA, MONDAY.minusDays(7)), NOW)
                    .is_refused_by(TASK_DATE_IS_AHEAD_AND_OPEN);
        }

        @Test
        void an_unknown_or_delivered_task_is_refused() {
            given(opened()).when(accept(OLHA, MONDAY), NOW).is_refused_by(TASK_WAS_SET);
            given(opened(), requested(TaskForm.WRITTEN), accepted(), delivered())
                    .when(accept(OLHA, MONDAY), NOW)
                    .is_refused_by(ONLY_AN_ASKED_TASK_IS_ANSWERED);
        }

        @Test
        void in_a_closed_matter_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN), new MatterClosed(M1, TEXT, NOW))
                    .when(accept(OLHA, MONDAY), NOW)
                    .is_refused_by(MATTER_IS_OPEN);
        }
    }

    @Nested
    class Declining {

        private final DeclineTask refusal = new DeclineTask(M1, TASK, OLHA, TEXT);
        private final TaskDeclined declined = new TaskDeclined(M1, TASK, OLHA, TEXT, NOW);

        @Test
        void is_recorded_with_its_reason() {
            given(opened(), requested(TaskForm.WRITTEN)).when(refusal, NOW).records_entry(TASK.value(), declined);
        }

        @Test
        void again_records_nothing() {
            given(opened(), requested(TaskForm.WRITTEN), declined)
                    .when(refusal, NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void by_anyone_else_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(new DeclineTask(M1, TASK, PETRO, TEXT), NOW)
                    .is_refused_by(RESPONSIBLE_ACCEPTS_TASKS);
        }
    }
}
