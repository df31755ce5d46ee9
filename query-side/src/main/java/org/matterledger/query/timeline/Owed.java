package org.matterledger.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationCancelled;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationHandedOver;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.events.ObligationEvent.ObligationWarned;
import org.matterledger.events.ObligationEvent.PromiseReplaced;
import org.matterledger.query.DutyWords;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/** What an entry of the timeline says about a duty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Owed(
        ObligationId obligation,
        ObligationKind kind,

        @Schema(description = "Whose duty it is from here on.") @Nullable
        StaffId holder,

        @Schema(description = "Who had it before.") @Nullable
        StaffId from,

        @Schema(description = "Until when it is kept in time.") @Nullable
        Instant due,

        @Schema(description = "The due time before.") @Nullable
        Instant oldDue,

        @Schema(description = "By what the due time was reckoned.") @Nullable
        Reckoned reckoned,

        @Schema(description = "The entry that did it.") @Nullable
        EntryId by,

        @Schema(description = "How long after the due time, or how late it was recorded.") @Nullable
        Lag lag,

        @Schema(description = "Who learns.") @Nullable Level level,

        @Schema(description = "The promise that stands in its place.") @Nullable
        ObligationId next,

        @Schema(description = "Whether the new date was announced in time.") @Nullable
        Boolean withNotice,

        @Nullable CancelReason cancelledFor,
        @Nullable Reassessment reassessed) {

    static Owed of(ObligationEvent verdict) {
        var plain = new Owed(
                verdict.obligationId(),
                DutyWords.kind(verdict.obligationId()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return switch (verdict) {
            case ObligationArmed armed ->
                plain.planned(armed.due(), null, armed.reckoned()).held(armed.holder(), null);
            case ObligationReplanned again -> plain.planned(again.due(), again.oldDue(), again.reckoned());
            case ObligationHandedOver over -> plain.held(over.to(), over.from());
            case ObligationWarned warned -> plain.told(warned.level());
            case ObligationEscalated escalated -> plain.told(escalated.level());
            case ObligationBreached ignored -> plain;
            case ObligationFulfilled fulfilled -> plain.ended(fulfilled.by(), fulfilled.late());
            case FulfilmentWithdrawn withdrawn -> plain.ended(withdrawn.message(), null);
            case PromiseReplaced replaced ->
                plain.ended(replaced.by(), null).replaced(replaced.next(), replaced.withNotice());
            case ObligationCancelled cancelled ->
                plain.ended(cancelled.by(), null).judged(cancelled.reason(), null);
            case BreachReassessed reassessed ->
                plain.ended(reassessed.evidence(), reassessed.recordedLate()).judged(null, reassessed.result());
        };
    }

    private Owed planned(Instant until, @Nullable Instant before, Reckoned by) {
        return new Owed(
                obligation,
                kind,
                holder,
                from,
                until,
                before,
                by,
                this.by,
                lag,
                level,
                next,
                withNotice,
                cancelledFor,
                reassessed);
    }

    private Owed held(StaffId to, @Nullable StaffId before) {
        return new Owed(
                obligation,
                kind,
                to,
                before,
                due,
                oldDue,
                reckoned,
                by,
                lag,
                level,
                next,
                withNotice,
                cancelledFor,
                reassessed);
    }

    private Owed told(Level who) {
        return new Owed(
                obligation,
                kind,
                holder,
                from,
                due,
                oldDue,
                reckoned,
                by,
                lag,
                who,
                next,
                withNotice,
                cancelledFor,
                reassessed);
    }

    private Owed ended(@Nullable EntryId entry, @Nullable Lag late) {
        return new Owed(
                obligation,
                kind,
                holder,
                from,
                due,
                oldDue,
                reckoned,
                entry,
                late,
                level,
                next,
                withNotice,
                cancelledFor,
                reassessed);
    }

    private Owed replaced(ObligationId promise, boolean announced) {
        return new Owed(
                obligation,
                kind,
                holder,
                from,
                due,
                oldDue,
                reckoned,
                by,
                lag,
                level,
                promise,
                announced,
                cancelledFor,
                reassessed);
    }

    private Owed judged(@Nullable CancelReason reason, @Nullable Reassessment result) {
        return new Owed(
                obligation,
                kind,
                holder,
                from,
                due,
                oldDue,
                reckoned,
                by,
                lag,
                level,
                next,
                withNotice,
                reason,
                result);
    }
}
