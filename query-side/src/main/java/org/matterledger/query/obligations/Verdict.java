package org.matterledger.query.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/** What the ledger said about a duty, and when it knew. Absent members don't apply to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
        @Schema(
                description = "What was said.",
                example = "BREACHED",
                allowableValues = {
                    "ARMED",
                    "WARNED",
                    "BREACHED",
                    "ESCALATED",
                    "FULFILLED",
                    "FULFILMENT_WITHDRAWN",
                    "PROMISE_REPLACED",
                    "CANCELLED",
                    "REPLANNED",
                    "HANDED_OVER",
                    "BREACH_REASSESSED"
                })
        String verdict,

        @Schema(description = "When it took effect in the world.")
        Instant occurredAt,

        @Schema(description = "When the firm knew.") Instant notedAt,
        String actor,

        @Schema(description = "live, or import: reconstructed, not known then.", example = "live")
        String origin,

        @Schema(description = "The event's place in the ledger.")
        long position,

        @Schema(description = "Why, where a person said so; [erased] where that person was erased.") @Nullable
        String reason,

        @JsonUnwrapped Details details) {

    static final Details NOTHING_MORE =
            new Details(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** What a verdict tells beside when; kept as JSON in its row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VerdictDetails")
    record Details(
            @Schema(description = "Who learns.") @Nullable Level level,

            @Schema(description = "The due time from here on.") @Nullable
            Instant due,

            @Schema(description = "The due time before.") @Nullable
            Instant oldDue,

            @Schema(description = "By what the due time was reckoned.") @Nullable
            Reckoned reckoned,

            @Schema(description = "The entry that did it.") @Nullable
            EntryId by,

            @Schema(description = "How long after the due time, or how late it was recorded.") @Nullable
            Lag lag,

            @Schema(description = "The promise that stands in its place.") @Nullable
            ObligationId next,

            @Schema(description = "Whether a new date was announced in time.") @Nullable
            Boolean withNotice,

            @Nullable CancelReason cancelledFor,
            @Nullable StaffId from,
            @Nullable StaffId to,
            @Nullable Reassessment reassessed,

            @Schema(description = "The reviewer who decided.") @Nullable
            StaffId reviewer,

            @Schema(hidden = true) @Nullable ConfidentialText sealedReason) {

        Details withoutSealed() {
            return new Details(
                    level,
                    due,
                    oldDue,
                    reckoned,
                    by,
                    lag,
                    next,
                    withNotice,
                    cancelledFor,
                    from,
                    to,
                    reassessed,
                    reviewer,
                    null);
        }
    }

    static Details level(Level level) {
        return new Details(level, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Details due(Instant due, @Nullable Instant oldDue, Reckoned reckoned) {
        return new Details(null, due, oldDue, reckoned, null, null, null, null, null, null, null, null, null, null);
    }

    static Details by(EntryId entry, @Nullable Lag lag) {
        return new Details(null, null, null, null, entry, lag, null, null, null, null, null, null, null, null);
    }

    static Details replaced(EntryId entry, ObligationId next, boolean withNotice) {
        return new Details(null, null, null, null, entry, null, next, withNotice, null, null, null, null, null, null);
    }

    static Details cancelled(CancelReason reason, @Nullable EntryId by) {
        return new Details(null, null, null, null, by, null, null, null, reason, null, null, null, null, null);
    }

    static Details handed(StaffId from, StaffId to) {
        return new Details(null, null, null, null, null, null, null, null, null, from, to, null, null, null);
    }

    static Details reassessed(BreachReassessed event) {
        return new Details(
                null,
                null,
                null,
                null,
                event.evidence(),
                event.recordedLate(),
                null,
                null,
                null,
                null,
                null,
                event.result(),
                event.by(),
                event.reason());
    }
}
