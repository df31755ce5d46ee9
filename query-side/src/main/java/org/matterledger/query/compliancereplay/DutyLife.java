package org.matterledger.query.compliancereplay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.matterledger.query.DutyResult;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/**
 * The life of one duty, by all verdicts that were told of it: each supersedes those before it and takes effect at its own
 * instant, so that the life can be cut at any.
 */
final class DutyLife {

    private ObligationArmed armed;
    private boolean reckonedAway;
    private final List<Plan> plans = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();
    private @Nullable Ending ending;
    private @Nullable Instant breachedAt;
    private @Nullable Reassessment reassessed;

    private record Plan(Instant from, Instant due, Reckoned reckoned) {}

    private record Holder(Instant from, StaffId staff) {}

    private record Ending(
            Instant at,
            DutyResult result,
            @Nullable EntryId by,
            @Nullable Lag late,
            @Nullable CancelReason reason) {}

    DutyLife(ObligationArmed armed) {
        this.armed = armed;
        begin(armed);
    }

    /** Armed again, it begins anew; that it was missed is taken back by a verdict of its own. */
    private void begin(ObligationArmed event) {
        armed = event;
        reckonedAway = false;
        ending = null;
        plans.clear();
        plans.add(new Plan(Instant.MIN, event.due(), event.reckoned()));
        holders.clear();
        holders.add(new Holder(Instant.MIN, event.holder()));
    }

    void take(ObligationEvent verdict) {
        switch (verdict) {
            case ObligationArmed again -> begin(again);
            case ObligationReplanned replanned ->
                plans.add(new Plan(replanned.occurredAt(), replanned.due(), replanned.reckoned()));
            case ObligationHandedOver over -> holders.add(new Holder(over.occurredAt(), over.to()));
            case ObligationBreached breached -> {
                breachedAt = breached.occurredAt();
                reassessed = null;
            }
            case BreachReassessed reassessment -> reassessed = reassessment.result();
            case ObligationFulfilled kept ->
                ending = new Ending(
                        kept.occurredAt(),
                        kept.late() == null ? DutyResult.KEPT : DutyResult.KEPT_LATE,
                        kept.by(),
                        kept.late(),
                        null);
            case PromiseReplaced replaced ->
                ending = new Ending(
                        replaced.occurredAt(),
                        replaced.withNotice() ? DutyResult.REPLACED_WITH_NOTICE : DutyResult.REPLACED_WITHOUT_NOTICE,
                        replaced.by(),
                        null,
                        null);
            case ObligationCancelled cancelled -> {
                reckonedAway = cancelled.reason() == CancelReason.RECKONED_AGAIN;
                ending = new Ending(
                        cancelled.occurredAt(), DutyResult.CANCELLED, cancelled.by(), null, cancelled.reason());
            }
            case FulfilmentWithdrawn withdrawn -> {
                if (ending != null && withdrawn.message().equals(ending.by())) {
                    ending = null;
                }
            }
            case ObligationWarned ignored -> {}
            case ObligationEscalated ignored -> {}
        }
    }

    /** The duty as it stood at an instant; none where it had not begun, or never was, as far as is known. */
    Optional<DutyAsOf> at(Instant instant) {
        if (reckonedAway || armed.occurredAt().isAfter(instant)) {
            return Optional.empty();
        }
        var plan = last(
                plans.stream().filter(known -> !known.from().isAfter(instant)).toList());
        var holder = last(
                holders.stream().filter(known -> !known.from().isAfter(instant)).toList());
        var end = ending == null || ending.at().isAfter(instant) ? null : ending;
        var missed = breachedAt != null && !breachedAt.isAfter(instant);
        return Optional.of(new DutyAsOf(
                armed.obligationId(),
                armed.kind(),
                holder.staff(),
                armed.basis(),
                armed.startedAt(),
                plan.due(),
                plan.reckoned(),
                end == null ? DutyResult.OPEN : end.result(),
                missed && reassessed == null,
                missed ? reassessed : null,
                end == null ? null : end.late(),
                end == null ? null : end.at(),
                end == null ? null : end.by(),
                end == null ? null : end.reason()));
    }

    private static <T> T last(List<T> known) {
        return known.getLast();
    }
}
