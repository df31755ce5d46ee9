package org.matterledger.launcher.web;

import java.util.List;
import java.util.stream.Stream;
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
import org.matterledger.query.Times;
import org.matterledger.values.ObligationKind;

/** Says what an act will keep, arm and end, in a sentence each. */
final class Foretold {

    private final Times times;

    Foretold(Times times) {
        this.times = times;
    }

    List<String> sentences(List<ObligationEvent> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !replaced(verdict, verdicts))
                .flatMap(verdict -> sentence(verdict, verdicts))
                .toList();
    }

    /** Whether a duty ends only to go on as another of its kind, of which a sentence of its own tells. */
    private static boolean replaced(ObligationEvent verdict, List<ObligationEvent> verdicts) {
        var kind = DutyWords.kind(verdict.obligationId());
        return switch (verdict) {
            case ObligationFulfilled kept ->
                kind == ObligationKind.KEEP_INFORMED && any(ObligationArmed.class, kind, verdicts);
            case ObligationCancelled ended -> any(FulfilmentWithdrawn.class, kind, verdicts);
            default -> false;
        };
    }

    private static boolean any(
            Class<? extends ObligationEvent> verdict, ObligationKind kind, List<ObligationEvent> verdicts) {
        return verdicts.stream()
                .anyMatch(other -> verdict.isInstance(other) && DutyWords.kind(other.obligationId()) == kind);
    }

    private Stream<String> sentence(ObligationEvent verdict, List<ObligationEvent> verdicts) {
        var kind = DutyWords.kind(verdict.obligationId());
        var duty = DutyWords.noun(kind);
        return switch (verdict) {
            case ObligationFulfilled kept -> Stream.of("Done with it: " + duty + ".");
            case ObligationArmed armed -> Stream.of(armed(armed, kind, verdicts));
            case PromiseReplaced replaced -> Stream.of("Replaced by another date: " + duty + ".");
            case ObligationCancelled cancelled -> Stream.of("No longer owed: " + duty + ".");
            case ObligationReplanned planned ->
                Stream.of("Due otherwise: " + duty + ", until " + times.moment(planned.due()) + ".");
            case ObligationBreached missed -> Stream.of("Missed: " + duty + ".");
            case BreachReassessed reassessed -> Stream.of("Not missed after all: " + duty + ".");
            case FulfilmentWithdrawn withdrawn -> Stream.of("Open again: " + duty + ".");
            case ObligationHandedOver handed -> Stream.of("In other hands: " + duty + ".");
            case ObligationWarned warned -> Stream.empty();
            case ObligationEscalated escalated -> Stream.empty();
        };
    }

    private String armed(ObligationArmed armed, ObligationKind kind, List<ObligationEvent> verdicts) {
        var until = times.moment(armed.due()) + ".";
        if (kind == ObligationKind.DELAY_NOTICE) {
            return "If that date can't be kept, the client is to be told until " + until;
        }
        return kind == ObligationKind.KEEP_INFORMED && any(ObligationFulfilled.class, kind, verdicts)
                ? "The client has heard from us; the next word is owed until " + until
                : "From now on owed: " + DutyWords.noun(kind) + ", until " + until;
    }
}
