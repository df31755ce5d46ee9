package org.matterledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/**
 * The verdicts on what the firm owes in a matter: reckoned from the facts, and recorded with them. A verdict's
 * {@code occurredAt} is the instant at which it takes effect in the world; when it was known is in the metadata.
 */
public sealed interface ObligationEvent extends MatterEvent {

    ObligationId obligationId();

    /**
     * The firm owes something from now on.
     *
     * @param instance counts reopenings of the same task or complaint, from 1
     * @param holder whose duty it is
     * @param basis the entry that armed it
     * @param thread where it is owed; absent for the general thread, or the whole matter
     * @param subject the task or complaint that it concerns
     * @param startedAt since when its clock runs
     * @param due until when it is kept in time, inclusive
     * @param ladder who learns when, if it is still open then
     * @param reckoned by what the due time was reckoned
     * @param promisedFor the local date that was named, where one was
     * @param promisedTime the local time of that date, where one was stated
     * @param promises how often this was promised anew before; 0 for a first promise
     */
    @EventType(name = "obligation.armed")
    record ObligationArmed(
            MatterId matterId,
            ObligationId obligationId,
            ObligationKind kind,
            int instance,
            StaffId holder,
            EntryId basis,
            @Nullable ThreadId thread,
            @Nullable String subject,
            Instant startedAt,
            Instant due,
            List<LadderStep> ladder,
            Reckoned reckoned,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            int promises,
            Instant occurredAt)
            implements ObligationEvent {

        public ObligationArmed {
            ladder = List.copyOf(ladder);
        }
    }

    /** The due time comes near. */
    @EventType(name = "obligation.warned")
    record ObligationWarned(MatterId matterId, ObligationId obligationId, Level level, Instant occurredAt)
            implements ObligationEvent {}

    /** The due time passed; {@code occurredAt} is the due time. Stays true after a late fulfilment. */
    @EventType(name = "obligation.breached")
    record ObligationBreached(MatterId matterId, ObligationId obligationId, ObligationKind kind, Instant occurredAt)
            implements ObligationEvent {}

    /** The next level of the ladder learns. */
    @EventType(name = "obligation.escalated")
    record ObligationEscalated(MatterId matterId, ObligationId obligationId, Level level, Instant occurredAt)
            implements ObligationEvent {}

    /**
     * The duty was discharged.
     *
     * @param by the entry that did it; one entry may discharge several
     * @param late how long after the due time; absent where in time
     */
    @EventType(name = "obligation.fulfilled")
    record ObligationFulfilled(
            MatterId matterId,
            ObligationId obligationId,
            EntryId by,
            @Nullable Lag late,
            Instant occurredAt) implements ObligationEvent {}

    /** What seemed to discharge it did not: it bounced, was withdrawn or moved, or something earlier did (4.2, 17). */
    @EventType(name = "obligation.fulfilment-withdrawn")
    record FulfilmentWithdrawn(MatterId matterId, ObligationId obligationId, EntryId message, Instant occurredAt)
            implements ObligationEvent {}

    /**
     * A promised date was replaced by another: not kept, with notice or without (semantics 4.2, 9).
     *
     * @param by the entry that named the new date
     * @param withNotice whether it came by the lead time of the old date
     * @param next the promise that stands in its place
     */
    @EventType(name = "obligation.promise-replaced")
    record PromiseReplaced(
            MatterId matterId,
            ObligationId obligationId,
            EntryId by,
            boolean withNotice,
            ObligationId next,
            Instant occurredAt)
            implements ObligationEvent {}

    /** @param by the entry that ended it, where one did */
    @EventType(name = "obligation.cancelled")
    record ObligationCancelled(
            MatterId matterId,
            ObligationId obligationId,
            CancelReason reason,
            @Nullable EntryId by,
            Instant occurredAt) implements ObligationEvent {}

    /** Another calendar, limit or policy holds, or the facts changed; the old due time stays on record (4.2, 13). */
    @EventType(name = "obligation.replanned")
    record ObligationReplanned(
            MatterId matterId,
            ObligationId obligationId,
            Instant oldDue,
            Instant due,
            List<LadderStep> ladder,
            Reckoned reckoned,
            Instant occurredAt)
            implements ObligationEvent {

        public ObligationReplanned {
            ladder = List.copyOf(ladder);
        }
    }

    /** Another staff member holds it; its clock goes on (semantics 4.2, 12). */
    @EventType(name = "obligation.handed-over")
    record ObligationHandedOver(
            MatterId matterId, ObligationId obligationId, StaffId from, StaffId to, Instant occurredAt)
            implements ObligationEvent {}

    /**
     * A recorded breach is none, as known now; {@code occurredAt} is the breach's due time (semantics 4.9, 3).
     *
     * @param evidence the entry that shows it, where one does
     * @param by the reviewer who decided; absent where the facts alone did
     * @param recordedLate how long after it happened the evidence was recorded
     */
    @EventType(name = "obligation.breach-reassessed")
    record BreachReassessed(
            MatterId matterId,
            ObligationId obligationId,
            Reassessment result,
            @Nullable EntryId evidence,
            @Nullable StaffId by,
            @Nullable Lag recordedLate,
            @Nullable ConfidentialText reason,
            Instant occurredAt)
            implements ObligationEvent {}
}
