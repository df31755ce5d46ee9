package org.matterledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.TaskWait;

/** A task from the client's wish to its delivery. Seeing is not accepting (R003-16). */
public sealed interface TaskEvent extends MatterEvent {

    TaskId taskId();

    /**
     * The client wants something done; a fact.
     *
     * @param requestedBy who wants it
     * @param request the entry in which it was said, where one is recorded
     * @param description sealed with the matter's key
     * @param outsideHours whether it came when the matter's calendar was closed
     */
    @EventType(name = "task.requested")
    record TaskRequested(
            MatterId matterId,
            TaskId taskId,
            TaskForm form,
            @Nullable PersonId requestedBy,
            @Nullable EntryId request,
            ConfidentialText description,
            boolean outsideHours,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskEvent {}

    /** The firm wrote down what it understood after an oral talk, for the client to confirm (R000-14). */
    @EventType(name = "task.description-sent")
    record TaskDescriptionSent(
            MatterId matterId,
            TaskId taskId,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            ConfidentialText description,
            @Nullable ContentDigest digest,
            Instant occurredAt)
            implements TaskEvent {

        public TaskDescriptionSent {
            to = List.copyOf(to);
        }
    }

    /** The client confirmed the firm's description; a fact. */
    @EventType(name = "task.description-confirmed")
    record TaskDescriptionConfirmed(
            MatterId matterId,
            TaskId taskId,
            PersonId confirmedBy,
            @Nullable EntryId confirmation,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskEvent {}

    /**
     * The responsible took the task on; its clock starts here (R003-15, R003-20).
     *
     * @param dueOn the local date agreed for delivery
     * @param due close of that date in the matter's calendar
     */
    @EventType(name = "task.accepted")
    record TaskAccepted(MatterId matterId, TaskId taskId, StaffId by, LocalDate dueOn, Instant due, Instant occurredAt)
            implements TaskEvent {}

    /** The responsible did not take the task on, and said why. */
    @EventType(name = "task.declined")
    record TaskDeclined(MatterId matterId, TaskId taskId, StaffId by, ConfidentialText reason, Instant occurredAt)
            implements TaskEvent {}

    /**
     * An accepted task can't go on until somebody else has done something. Its dates stand (semantics 4.2, 4).
     *
     * @param reason what is waited for, sealed with the matter's key
     */
    @EventType(name = "task.waiting")
    record TaskWaiting(
            MatterId matterId,
            TaskId taskId,
            TaskWait on,
            StaffId by,
            @Nullable ConfidentialText reason,
            Instant occurredAt)
            implements TaskEvent {}

    /** What an accepted task waited for has come, or is waited for no more. */
    @EventType(name = "task.resumed")
    record TaskResumed(MatterId matterId, TaskId taskId, StaffId by, Instant occurredAt) implements TaskEvent {}

    /**
     * The client wants done again, or after all, what was delivered or declined; a fact. The task is to be answered once
     * more, and what it came to before stays as it ended (semantics 4.2, 17).
     *
     * @param form in writing, or orally: then the firm describes it again
     * @param requestedBy who wants it
     * @param request the entry in which it was said, where one is recorded
     */
    @EventType(name = "task.reopened")
    record TaskReopened(
            MatterId matterId,
            TaskId taskId,
            TaskForm form,
            @Nullable PersonId requestedBy,
            @Nullable EntryId request,
            @Nullable Source source,
            Instant occurredAt)
            implements TaskEvent {}

    /** The result went to the client; contact as well. */
    @EventType(name = "task.delivered")
    record TaskDelivered(
            MatterId matterId,
            TaskId taskId,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            @Nullable ContentDigest digest,
            Instant occurredAt)
            implements TaskEvent {

        public TaskDelivered {
            to = List.copyOf(to);
        }
    }
}
