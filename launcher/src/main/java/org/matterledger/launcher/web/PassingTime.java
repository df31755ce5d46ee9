package org.matterledger.launcher.web;

import java.time.Instant;
import java.util.List;
import org.matterledger.launcher.chores.Chores;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.query.Positions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/** Simulated time, passing: the clock halts wherever something falls due, so that this is known when it would have been. */
@Component
@ConditionalOnBean(SimulatedClock.class)
class PassingTime {

    /** Rounds at one instant: what the clock brought about may bring about more, and settles long before this. */
    private static final int ROUNDS = 20;

    private final SimulatedClock clock;
    private final Chores chores;
    private final Positions positions;

    PassingTime(SimulatedClock clock, Chores chores, Positions positions) {
        this.clock = clock;
        this.chores = chores;
        this.positions = positions;
    }

    Instant now() {
        return clock.now();
    }

    /**
     * @return where the record ends once what the clock brought about is in it
     * @throws Malformed for an instant before the present one
     */
    long moveTo(Instant instant) {
        var from = clock.now();
        if (instant.isBefore(from)) {
            throw new Malformed(List.of(new Fault("/now", "is earlier than the ledger's time, " + from)));
        }
        settled();
        for (var next = chores.next(from, instant); next.isPresent(); next = chores.next(clock.now(), instant)) {
            clock.moveTo(next.get());
            settled();
        }
        clock.moveTo(instant);
        return settled();
    }

    private long settled() {
        var head = positions.head();
        for (var round = 0; round < ROUNDS; round++) {
            awaitSeen(head);
            chores.roundOfEach();
            var grown = positions.head();
            if (grown == head) {
                return head;
            }
            head = grown;
        }
        return head;
    }

    /** A busy machine may need more than a reader's patience. */
    private void awaitSeen(long head) {
        try {
            positions.awaitTold(head);
        } catch (Positions.NotYetVisible late) {
            positions.awaitTold(head);
        }
    }
}
