package org.matterledger.command.matter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.RuleMode;

/** What the clock alone brings about up to an instant, once everything that happened is reckoned. */
final class Settling {

    private final Owing owing;
    private final Yardsticks yardsticks;
    private final Instant now;

    Settling(Owing owing, Yardsticks yardsticks, Instant now) {
        this.owing = owing;
        this.yardsticks = yardsticks;
        this.now = now;
    }

    /** What the clock alone adds up to an instant: the breach, and the rungs reached. */
    Obligation settled(Obligation obligation) {
        if (obligation.reckonedAway()) {
            return obligation;
        }
        var policy = yardsticks.policy(obligation.plan().reckoned().policyVersion());
        var enforced = policy.mode(obligation.kind()) == RuleMode.ENFORCE;
        var breach = enforced && !obligation.excused() && missed(obligation) ? obligation.due() : null;
        Set<Level> climbed = EnumSet.noneOf(Level.class);
        for (var step : obligation.plan().ladder()) {
            if (!step.at().isAfter(now)
                    && (obligation.ending() == null
                            || step.at().isBefore(obligation.ending().at()))
                    && (enforced || step.level() == Level.WARNING)) {
                climbed.add(step.level());
            }
        }
        if (Objects.equals(breach, obligation.breachedAt())
                && obligation.climbed().containsAll(climbed)) {
            return obligation;
        }
        var settled = obligation.breached(breach);
        for (var level : climbed) {
            settled = settled.reached(level);
        }
        return settled;
    }

    private boolean missed(Obligation obligation) {
        if (obligation.kind() == ObligationKind.DELAY_NOTICE) {
            return noticeMissed(obligation);
        }
        return obligation.ending() == null
                ? !obligation.due().isAfter(now)
                : obligation.ending().at().isAfter(obligation.due());
    }

    private boolean noticeMissed(Obligation notice) {
        var promise = owing.find(new ObligationId(Objects.requireNonNull(notice.subject())));
        if (promise == null) {
            return false;
        }
        var ending = promise.ending();
        if (ending != null && ending.end() == Obligation.End.REPLACED) {
            return ending.at().isAfter(notice.due());
        }
        return ending == null ? !promise.due().isAfter(now) : ending.at().isAfter(promise.due());
    }
}
