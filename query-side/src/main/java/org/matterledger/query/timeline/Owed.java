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
        var told = new Told();
        switch (verdict) {
            case ObligationArmed armed -> {
                told.planned(armed.due(), null, armed.reckoned());
                told.held(armed.holder(), null);
            }
            case ObligationReplanned again -> told.planned(again.due(), again.oldDue(), again.reckoned());
            case ObligationHandedOver over -> told.held(over.to(), over.from());
            case ObligationWarned warned -> told.level = warned.level();
            case ObligationEscalated escalated -> told.level = escalated.level();
            case ObligationBreached ignored -> {}
            case ObligationFulfilled fulfilled -> told.ended(fulfilled.by(), fulfilled.late());
            case FulfilmentWithdrawn withdrawn -> told.ended(withdrawn.message(), null);
            case PromiseReplaced replaced -> {
                told.ended(replaced.by(), null);
                told.next = replaced.next();
                told.withNotice = replaced.withNotice();
            }
            case ObligationCancelled cancelled -> {
                told.ended(cancelled.by(), null);
                told.cancelledFor = cancelled.reason();
            }
            case BreachReassessed again -> {
                told.ended(again.evidence(), again.recordedLate());
                told.reassessed = again.result();
            }
        }
        return told.about(verdict.obligationId());
    }

    /** What one verdict tells; each fills what it has. */
    private static final class Told {

        private @Nullable StaffId holder;
        private @Nullable StaffId from;
        private @Nullable Instant due;
        private @Nullable Instant oldDue;
        private @Nullable Reckoned reckoned;
        private @Nullable EntryId by;
        private @Nullable Lag lag;
        private @Nullable Level level;
        private @Nullable ObligationId next;
        private @Nullable Boolean withNotice;
        private @Nullable CancelReason cancelledFor;
        private @Nullable Reassessment reassessed;

        private void planned(Instant until, @Nullable Instant before, Reckoned how) {
            due = until;
            oldDue = before;
            reckoned = how;
        }

        private void held(StaffId to, @Nullable StaffId before) {
            holder = to;
            from = before;
        }

        private void ended(@Nullable EntryId entry, @Nullable Lag late) {
            by = entry;
            lag = late;
        }

        private Owed about(ObligationId obligation) {
            return new Owed(
                    obligation,
                    DutyWords.kind(obligation),
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
                    cancelledFor,
                    reassessed);
        }
    }
}
