package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.TaskWait;

/** What can be asked about a task. */
sealed interface TaskCommand extends MatterCommand {

    TaskId taskId();

    /** The client wants something done: a fact. */
    record RequestTask(
            MatterId matterId,
            TaskId taskId,
            TaskForm form,
            @Nullable PersonId requestedBy,
            @Nullable EntryId request,
            ConfidentialText description,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskCommand {}

    /** The client wants done again, or after all, what was delivered or declined: a fact. */
    record ReopenTask(
            MatterId matterId,
            TaskId taskId,
            TaskForm form,
            @Nullable PersonId requestedBy,
            @Nullable EntryId request,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskCommand {}

    /** The firm writes down what it understood. */
    record SendTaskDescription(
            MatterId matterId,
            TaskId taskId,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            ConfidentialText description,
            @Nullable ContentDigest digest)
            implements TaskCommand {}

    /** The client confirmed the description: a fact. */
    record ConfirmTaskDescription(
            MatterId matterId,
            TaskId taskId,
            PersonId confirmedBy,
            @Nullable EntryId confirmation,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskCommand {}

    /** @param dueOn the local date agreed for delivery */
    record AcceptTask(MatterId matterId, TaskId taskId, StaffId by, LocalDate dueOn) implements TaskCommand {}

    record DeclineTask(MatterId matterId, TaskId taskId, StaffId by, ConfidentialText reason) implements TaskCommand {}

    /** The task can't go on until somebody else has done something: said, and no clock stops. */
    record MarkTaskWaiting(
            MatterId matterId,
            TaskId taskId,
            TaskWait on,
            StaffId by,
            @Nullable ConfidentialText reason) implements TaskCommand {}

    /** What the task waited for has come. */
    record ResumeTask(MatterId matterId, TaskId taskId, StaffId by) implements TaskCommand {}

    record DeliverTask(
            MatterId matterId,
            TaskId taskId,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            @Nullable ContentDigest digest)
            implements TaskCommand {}
}
