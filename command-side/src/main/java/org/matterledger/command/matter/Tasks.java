package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.ThreadEvent;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.TaskWait;

/** How far each task of a matter came. Tasks that ended are forgotten by all but their id and end. */
record Tasks(List<Task> all) {

    static final Tasks NONE = new Tasks(List.of());

    Tasks {
        all = List.copyOf(all);
    }

    /** The way of a task. */
    enum Stage {
        /** Set by word of mouth; nobody can accept it yet (R000-14). */
        SAID,
        /** The firm wrote down what it understood; the client has not confirmed it. */
        DESCRIBED,
        /** Stands in writing, or as confirmed. */
        ASKED,
        ACCEPTED,
        DECLINED,
        DELIVERED
    }

    /**
     * @param since the sequence of the event that brought it so far
     * @param waitsFor upon whom it waits, where it is accepted and can't go on
     */
    record Task(
            TaskId id, Stage stage, long since, @Nullable TaskWait waitsFor) {

        private Task(TaskId id, Stage stage, long since) {
            this(id, stage, since, null);
        }

        /** What the firm sent about it did not arrive: it stands where it stood before. */
        private Task notArrived() {
            return switch (stage) {
                case DESCRIBED -> new Task(id, Stage.SAID, since);
                case DELIVERED -> new Task(id, Stage.ACCEPTED, since);
                case SAID, ASKED, ACCEPTED, DECLINED -> this;
            };
        }
    }

    Optional<Task> find(TaskId id) {
        return all.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    Tasks evolve(MatterEvent event, long sequence) {
        return switch (event) {
            case TaskWaiting waiting -> waits(waiting.taskId(), waiting.on());
            case TaskResumed resumed -> waits(resumed.taskId(), null);
            case TaskEvent task -> with(new Task(task.taskId(), after(task), sequence));
            case DeliveryFailed failed -> notArrived(failed.about().sequence());
            case EntryWithdrawn withdrawn -> notArrived(withdrawn.about().sequence());
            case MatterOpened ignored -> this;
            case ResponsibleReplaced ignored -> this;
            case MatterClosed ignored -> this;
            case ProtocolEvent ignored -> this;
            case TermsEvent ignored -> this;
            case ThreadEvent ignored -> this;
            case ComplaintEvent ignored -> this;
            case ObligationEvent ignored -> this;
        };
    }

    private Tasks notArrived(long message) {
        return new Tasks(all.stream()
                .map(task -> task.since() == message ? task.notArrived() : task)
                .toList());
    }

    private static Stage after(TaskEvent event) {
        return switch (event) {
            case TaskRequested requested -> requested.form() == TaskForm.WRITTEN ? Stage.ASKED : Stage.SAID;
            case TaskDescriptionSent ignored -> Stage.DESCRIBED;
            case TaskDescriptionConfirmed ignored -> Stage.ASKED;
            case TaskAccepted ignored -> Stage.ACCEPTED;
            case TaskDeclined ignored -> Stage.DECLINED;
            case TaskDelivered ignored -> Stage.DELIVERED;
            case TaskWaiting ignored -> Stage.ACCEPTED;
            case TaskResumed ignored -> Stage.ACCEPTED;
        };
    }

    private Tasks waits(TaskId id, @Nullable TaskWait on) {
        return new Tasks(all.stream()
                .map(task -> task.id().equals(id) ? new Task(id, task.stage(), task.since(), on) : task)
                .toList());
    }

    private Tasks with(Task changed) {
        var tasks = new ArrayList<>(all);
        tasks.removeIf(task -> task.id().equals(changed.id()));
        tasks.add(changed);
        return new Tasks(tasks);
    }
}
