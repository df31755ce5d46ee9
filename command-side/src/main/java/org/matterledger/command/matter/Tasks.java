package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.matterledger.events.TaskEvent.TaskReopened;
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
     * How far an event brought a task.
     *
     * @param sequence of that event
     * @param sets whether the client set the task by it, at first or again
     */
    record Step(Stage stage, long sequence, boolean sets) {}

    /**
     * @param steps that stand, from the request on; one that is withdrawn or did not arrive is none
     * @param waitsFor upon whom it waits, where it is accepted and can't go on
     */
    record Task(TaskId id, List<Step> steps, @Nullable TaskWait waitsFor) {

        Task {
            steps = List.copyOf(steps);
        }

        Stage stage() {
            return steps.getLast().stage();
        }

        /** The sequence of the event by which the client asked for it. */
        long requested() {
            return steps.getFirst().sequence();
        }

        private Task then(Step step) {
            return new Task(id, Stream.concat(steps.stream(), Stream.of(step)).toList(), null);
        }

        /** Without a step: the task stands where it stood before; without its request there is none. */
        private Stream<Task> without(long sequence) {
            var left =
                    steps.stream().filter(step -> step.sequence() != sequence).toList();
            if (left.size() == steps.size()) {
                return Stream.of(this);
            }
            return sequence == requested()
                    ? Stream.empty()
                    : Stream.of(new Task(id, left, left.getLast().equals(steps.getLast()) ? waitsFor : null));
        }
    }

    Optional<Task> find(TaskId id) {
        return all.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** The task for which an event asked. */
    Optional<Task> requestedBy(long sequence) {
        return all.stream().filter(task -> task.requested() == sequence).findFirst();
    }

    /** The task that an event brought further, where that still stands. */
    Optional<Task> broughtBy(long sequence) {
        return all.stream()
                .filter(task -> task.steps().stream().anyMatch(step -> step.sequence() == sequence))
                .findFirst();
    }

    Tasks evolve(MatterEvent event, long sequence) {
        return switch (event) {
            case TaskWaiting waiting -> waits(waiting.taskId(), waiting.on());
            case TaskResumed resumed -> waits(resumed.taskId(), null);
            case TaskEvent task -> with(task.taskId(), new Step(after(task), sequence, sets(task)));
            case DeliveryFailed failed -> without(failed.about().sequence());
            case EntryWithdrawn withdrawn -> without(withdrawn.about().sequence());
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

    private Tasks without(long step) {
        return new Tasks(all.stream().flatMap(task -> task.without(step)).toList());
    }

    private static Stage after(TaskEvent event) {
        return switch (event) {
            case TaskRequested requested -> requested.form() == TaskForm.WRITTEN ? Stage.ASKED : Stage.SAID;
            case TaskReopened again -> again.form() == TaskForm.WRITTEN ? Stage.ASKED : Stage.SAID;
            case TaskDescriptionSent ignored -> Stage.DESCRIBED;
            case TaskDescriptionConfirmed ignored -> Stage.ASKED;
            case TaskAccepted ignored -> Stage.ACCEPTED;
            case TaskDeclined ignored -> Stage.DECLINED;
            case TaskDelivered ignored -> Stage.DELIVERED;
            case TaskWaiting ignored -> Stage.ACCEPTED;
            case TaskResumed ignored -> Stage.ACCEPTED;
        };
    }

    /** How often a task was set, an event that is just told included (semantics 4.2, 17). */
    int instance(TaskEvent told) {
        var known = find(told.taskId()).stream()
                .flatMap(task -> task.steps().stream())
                .filter(Step::sets)
                .count();
        return (int) known + (sets(told) ? 1 : 0);
    }

    private static boolean sets(TaskEvent event) {
        return event instanceof TaskRequested || event instanceof TaskReopened;
    }

    private Tasks waits(TaskId id, @Nullable TaskWait on) {
        return new Tasks(all.stream()
                .map(task -> task.id().equals(id) ? new Task(id, task.steps(), on) : task)
                .toList());
    }

    private Tasks with(TaskId id, Step step) {
        var known = find(id);
        var tasks = new ArrayList<>(all);
        known.ifPresent(tasks::remove);
        tasks.add(known.map(task -> task.then(step)).orElseGet(() -> new Task(id, List.of(step), null)));
        return new Tasks(tasks);
    }
}
