package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;

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

    record Task(TaskId id, Stage stage) {}

    Optional<Task> find(TaskId id) {
        return all.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    Tasks evolve(MatterEvent event) {
        return event instanceof TaskEvent task ? with(new Task(task.taskId(), after(task))) : this;
    }

    private static Stage after(TaskEvent event) {
        return switch (event) {
            case TaskRequested requested -> requested.form() == TaskForm.WRITTEN ? Stage.ASKED : Stage.SAID;
            case TaskDescriptionSent ignored -> Stage.DESCRIBED;
            case TaskDescriptionConfirmed ignored -> Stage.ASKED;
            case TaskAccepted ignored -> Stage.ACCEPTED;
            case TaskDeclined ignored -> Stage.DECLINED;
            case TaskDelivered ignored -> Stage.DELIVERED;
        };
    }

    private Tasks with(Task changed) {
        var tasks = new ArrayList<>(all);
        tasks.removeIf(task -> task.id().equals(changed.id()));
        tasks.add(changed);
        return new Tasks(tasks);
    }
}
