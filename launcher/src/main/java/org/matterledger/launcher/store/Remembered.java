package org.matterledger.launcher.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.matterledger.command.AggregateType;
import org.matterledger.command.LedgerState;
import org.matterledger.events.LedgerEvent;

/**
 * What a node remembers of a stream.
 *
 * @param sequence of the last event that the state contains; −1 for a stream without events
 * @param notedAt ledger time of that event: the next one's is not before it
 * @param state immutable
 * @param snapshot the sequence at which a snapshot was last stored; −1 for none
 */
record Remembered(long sequence, Instant notedAt, LedgerState<?> state, long snapshot) {

    static Remembered blank(AggregateType<?, ?> type) {
        return new Remembered(-1, Instant.MIN, type.blank().get().state(), -1);
    }

    boolean exists() {
        return sequence >= 0;
    }

    Remembered and(DomainEventMessage<?> event) {
        return new Remembered(
                event.getSequenceNumber(),
                event.getTimestamp(),
                state.evolve((LedgerEvent) event.getPayload()),
                snapshot);
    }

    Remembered snapshotted() {
        return new Remembered(sequence, notedAt, state, sequence);
    }
}
