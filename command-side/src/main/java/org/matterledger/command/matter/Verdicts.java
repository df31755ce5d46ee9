package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Obligation.End;
import org.matterledger.command.matter.Obligation.Ending;
import org.matterledger.command.matter.Obligation.Plan;
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
import org.matterledger.values.CancelReason;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Reassessment;

/**
 * The difference between what the record says is owed and what the facts, as known now, come to: the verdicts that have
 * to be recorded. A record that has taken them in says what was reckoned.
 */
final class Verdicts {

    private final MatterId matter;
    private final Yardsticks yardsticks;
    private final Instant now;
    private final Reassessment reassessment;
    private final Predicate<ObligationId> remembered;
    private final List<ObligationEvent> verdicts = new ArrayList<>();

    private Verdicts(
            MatterId matter,
            Yardsticks yardsticks,
            Instant now,
            Reassessment reassessment,
            Predicate<ObligationId> remembered) {
        this.remembered = remembered;
        this.matter = matter;
        this.yardsticks = yardsticks;
        this.now = now;
        this.reassessment = reassessment;
    }

    /**
     * @param recorded what the record says
     * @param reckoned what the facts come to
     * @param now when this becomes known
     * @param reassessment as what a breach counts that the facts take back
     * @param remembered which duties the matter still has in mind; another that turns out otherwise is armed anew
     */
    static List<ObligationEvent> between(
            MatterId matter,
            Collection<Obligation> recorded,
            Map<ObligationId, Obligation> reckoned,
            Yardsticks yardsticks,
            Instant now,
            Reassessment reassessment,
            Predicate<ObligationId> remembered) {
        var verdicts = new Verdicts(matter, yardsticks, now, reassessment, remembered);
        var known = new LinkedHashMap<ObligationId, Obligation>();
        recorded.forEach(obligation -> known.put(obligation.id(), obligation));
        for (var old : recorded) {
            if (!reckoned.containsKey(old.id())) {
                verdicts.reckonAway(old);
            }
        }
        for (var target : reckoned.values()) {
            verdicts.bring(known.get(target.id()), target);
        }
        return verdicts.verdicts;
    }

    private void reckonAway(Obligation old) {
        if (!old.reckonedAway()) {
            reassess(old, old);
            verdicts.add(new ObligationCancelled(matter, old.id(), CancelReason.RECKONED_AGAIN, null, old.armedAt()));
        }
    }

    private void bring(@Nullable Obligation recorded, Obligation target) {
        if (recorded == target) {
            return;
        }
        if (recorded != null && target.excused() && target.equals(recorded)) {
            return;
        }
        if (recorded != null && !remembered.test(target.id())) {
            recall(recorded, target);
            return;
        }
        advance(recorded == null || armedOtherwise(recorded, target) ? arm(recorded, target) : recorded, target);
    }

    /** A duty that ended long ago turns out otherwise: whoever forgot it hears its whole story again. */
    private void recall(Obligation recorded, Obligation target) {
        if (recorded.unclimbed().equals(target.unclimbed())) {
            return;
        }
        var ending = recorded.ending();
        if (ending != null && ending.by() != null && !ending.equals(target.ending())) {
            verdicts.add(new FulfilmentWithdrawn(matter, recorded.id(), ending.by(), ending.at()));
        }
        if (recorded.breachedAt() != null && !recorded.breachedAt().equals(target.breachedAt())) {
            reassess(recorded, target);
        }
        advance(arm(null, target), target);
        if (target.excused()) {
            verdicts.add(new BreachReassessed(
                    matter, target.id(), Reassessment.EXCUSED, null, null, null, null, target.due()));
        }
    }

    private void advance(Obligation from, Obligation target) {
        var known = from;
        known = plan(known, target);
        if (!known.holder().equals(target.holder())) {
            verdicts.add(new ObligationHandedOver(matter, target.id(), known.holder(), target.holder(), now));
        }
        if (known.breachedAt() != null && !known.breachedAt().equals(target.breachedAt())) {
            reassess(known, target);
            known = known.breached(null);
        }
        end(known, target);
        if (target.breachedAt() != null && known.breachedAt() == null) {
            verdicts.add(new ObligationBreached(matter, target.id(), target.kind(), target.breachedAt()));
        }
        climb(known, target);
    }

    private static boolean armedOtherwise(Obligation recorded, Obligation target) {
        return !recorded.startedAt().equals(target.startedAt())
                || !recorded.armedAt().equals(target.armedAt())
                || !Objects.equals(recorded.thread(), target.thread())
                || !Objects.equals(recorded.promisedFor(), target.promisedFor())
                || !Objects.equals(recorded.promisedTime(), target.promisedTime())
                || recorded.promises() != target.promises()
                || recorded.instance() != target.instance()
                || cancelledOtherwise(recorded.ending(), target.ending());
    }

    private static boolean cancelledOtherwise(@Nullable Ending recorded, @Nullable Ending target) {
        return recorded != null && recorded.end() == End.CANCELLED && !recorded.equals(target);
    }

    private Obligation arm(@Nullable Obligation recorded, Obligation target) {
        var first = target.plans().getFirst();
        verdicts.add(new ObligationArmed(
                matter,
                target.id(),
                target.kind(),
                target.instance(),
                target.holder(),
                target.basis(),
                target.thread(),
                target.subject(),
                target.startedAt(),
                first.due(),
                first.ladder(),
                target.plans().getFirst().reckoned(),
                target.promisedFor(),
                target.promisedTime(),
                target.promises(),
                target.armedAt()));
        return Duties.armed(recorded, (ObligationArmed) verdicts.getLast());
    }

    private Obligation plan(Obligation recorded, Obligation target) {
        var same = 0;
        while (same < Math.min(recorded.plans().size(), target.plans().size())
                && recorded.plans().get(same).equals(target.plans().get(same))) {
            same++;
        }
        // a plan takes the place of all that were made at its time or later: what no longer holds is overwritten
        var first = same < recorded.plans().size() ? Math.max(0, same - 1) : same;
        var known = recorded;
        for (var plan : target.plans().subList(first, target.plans().size())) {
            known = replan(known, plan);
        }
        return known;
    }

    private Obligation replan(Obligation known, Plan plan) {
        verdicts.add(new ObligationReplanned(
                matter, known.id(), known.due(), plan.due(), plan.ladder(), plan.reckoned(), plan.from()));
        return known.planned(plan);
    }

    private void reassess(Obligation known, Obligation target) {
        if (known.breachedAt() == null) {
            return;
        }
        var ending = target.ending();
        var evidence = ending == null || known == target ? null : ending.by();
        verdicts.add(new BreachReassessed(
                matter,
                known.id(),
                reassessment,
                evidence,
                null,
                evidence == null || ending == null ? null : lag(target, ending.at(), now),
                null,
                known.breachedAt()));
    }

    private void end(Obligation known, Obligation target) {
        if (Objects.equals(known.ending(), target.ending())) {
            return;
        }
        if (known.ending() != null && known.ending().by() != null) {
            verdicts.add(new FulfilmentWithdrawn(
                    matter, known.id(), known.ending().by(), known.ending().at()));
        }
        if (target.ending() != null) {
            verdicts.add(ended(target, target.ending()));
        }
    }

    private ObligationEvent ended(Obligation target, Ending ending) {
        return switch (ending.end()) {
            case FULFILLED ->
                new ObligationFulfilled(
                        matter,
                        target.id(),
                        Objects.requireNonNull(ending.by()),
                        ending.at().isAfter(target.due()) ? lag(target, target.due(), ending.at()) : null,
                        ending.at());
            case REPLACED ->
                new PromiseReplaced(
                        matter,
                        target.id(),
                        Objects.requireNonNull(ending.by()),
                        ending.withNotice(),
                        Objects.requireNonNull(ending.next()),
                        ending.at());
            case CANCELLED ->
                new ObligationCancelled(
                        matter, target.id(), Objects.requireNonNull(ending.reason()), ending.by(), ending.at());
        };
    }

    private Lag lag(Obligation target, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return new Lag(Duration.ZERO, Duration.ZERO);
        }
        var reckoned = target.plan().reckoned();
        var calendar = yardsticks.calendar(reckoned.calendar(), reckoned.calendarVersion());
        return new Lag(calendar.elapsed(from, to), Duration.between(from, to));
    }

    private void climb(Obligation known, Obligation target) {
        for (var step : target.plan().ladder()) {
            if (target.climbed().contains(step.level()) && !known.climbed().contains(step.level())) {
                verdicts.add(
                        step.level() == Level.WARNING
                                ? new ObligationWarned(matter, target.id(), step.level(), step.at())
                                : new ObligationEscalated(matter, target.id(), step.level(), step.at()));
            }
        }
    }
}
