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

/** Says what an act will keep, arm and end, in a sentence each. */
final class Foretold {

    private final Times times;

    Foretold(Times times) {
        this.times = times;
    }

    List<String> sentences(List<ObligationEvent> verdicts) {
        return verdicts.stream().flatMap(this::sentence).toList();
    }

    private Stream<String> sentence(ObligationEvent verdict) {
        var duty = DutyWords.noun(DutyWords.kind(verdict.obligationId()));
        return switch (verdict) {
            case ObligationFulfilled kept -> Stream.of("Done with it: " + duty + ".");
            case ObligationArmed armed ->
                Stream.of("From now on owed: " + duty + ", until " + times.moment(armed.due()) + ".");
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
}
