package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.ONLY_AN_ACCEPTED_TASK_IS_DELIVERED;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ACCEPTED_TASK_WAITS;
import static org.matterledger.command.matter.MatterRule.TASK_WAS_SET;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.opened;
import static org.matterledger.command.matter.SampleTask.TASK;
import static org.matterledger.command.matter.SampleTask.accepted;
import static org.matterledger.command.matter.SampleTask.delivered;
import static org.matterledger.command.matter.SampleTask.requested;
import static org.matterledger.values.ChannelKind.MAIL;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.TaskCommand.DeliverTask;
import org.matterledger.command.matter.TaskCommand.MarkTaskWaiting;
import org.matterledger.command.matter.TaskCommand.ResumeTask;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskWait;

/** How an accepted task waits for somebody else, and is delivered. */
class TaskEndsTest {

    @Nested
    class Delivering {

        private final DeliverTask delivery = new DeliverTask(M1, TASK, MAIL, List.of(MARTA), OLHA, null);

        @Test
        void an_accepted_task_is_recorded() {
            given(opened(), requested(TaskForm.WRITTEN), accepted())
                    .when(delivery, NOW)
                    .records_entry(TASK.value(), delivered());
        }

        @Test
        void again_records_nothing() {
            given(opened(), requested(TaskForm.WRITTEN), accepted(), delivered())
                    .when(delivery, NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void what_was_not_accepted_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN))
                    .when(delivery, NOW)
                    .is_refused_by(ONLY_AN_ACCEPTED_TASK_IS_DELIVERED);
            given(opened()).when(delivery, NOW).is_refused_by(TASK_WAS_SET);
        }
    }

    @Nested
    class Waiting {

        private final MarkTaskWaiting waiting = new MarkTaskWaiting(M1, TASK, TaskWait.COURT, OLHA, TEXT);
        private final TaskWaiting waits = new TaskWaiting(M1, TASK, TaskWait.COURT, OLHA, TEXT, NOW);
        private final ResumeTask resumption = new ResumeTask(M1, TASK, OLHA);
        private final TaskResumed resumed = new TaskResumed(M1, TASK, OLHA, NOW);

        @Test
        void of_an_accepted_task_is_recorded() {
            given(opened(), requested(TaskForm.WRITTEN), accepted())
                    .when(waiting, NOW)
                    .records_entry(TASK.value(), waits);
        }

        @Test
        void for_the_same_again_records_nothing() {
            given(opened(), requested(TaskForm.WRITTEN), accepted(), waits)
                    .when(waiting, NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void ends_when_what_was_waited_for_has_come() {
            given(opened(), requested(TaskForm.WRITTEN), accepted(), waits)
                    .when(resumption, NOW)
                    .records_entry(TASK.value(), resumed);
            given(opened(), requested(TaskForm.WRITTEN), accepted(), waits, resumed)
                    .when(resumption, NOW)
                    .records_nothing_new(TASK.value());
        }

        @Test
        void lets_the_task_be_delivered() {
            given(opened(), requested(TaskForm.WRITTEN), accepted(), waits)
                    .when(new DeliverTask(M1, TASK, MAIL, List.of(MARTA), OLHA, null), NOW)
                    .records_entry(TASK.value(), delivered());
        }

        @Test
        void of_a_task_that_nobody_accepted_or_that_is_done_is_refused() {
            given(opened(), requested(TaskForm.WRITTEN)).when(waiting, NOW).is_refused_by(ONLY_AN_ACCEPTED_TASK_WAITS);
            given(opened(), requested(TaskForm.WRITTEN), accepted(), delivered())
                    .when(waiting, NOW)
                    .is_refused_by(ONLY_AN_ACCEPTED_TASK_WAITS);
            given(opened()).when(resumption, NOW).is_refused_by(ONLY_AN_ACCEPTED_TASK_WAITS);
        }
    }
}
