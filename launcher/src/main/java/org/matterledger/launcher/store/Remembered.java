package org.matterledger.launcher.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.matterledger.command.AggregateType;
import org.matterledger.command.LedgerState;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;

/**
 * What a node remembers of a stream.
 *
 * @param sequence of the last event that the state contains; −1 for a stream without events
 * @param notedAt ledger time of that event: the next one's is not before it
 * @param live whether ledger time is the clock's in this stream; not in a blank one, nor where imports alone told of it
 * @param state immutable
 * @param snapshot the sequence at which a snapshot was last stored; −1 for none
 */
record Remembered(long sequence, Instant notedAt, boolean live, LedgerState<?> state, long snapshot) {

    static Remembered blank(AggregateType<?, ?> type) {
        return new Remembered(-1, Instant.MIN, false, type.blank().get().state(), -1);
    }

    boolean exists() {
        return sequence >= 0;
    }

    Remembered and(DomainEventMessage<?> event) {
        return new Remembered(
                event.getSequenceNumber(),
                event.getTimestamp(),
                live,
                state.evolve((LedgerEvent) event.getPayload()),
                snapshot);
    }

    /** As the stream's last event says: a stream that lives never goes back to simulated time. */
    Remembered livingAs(DomainEventMessage<?> last) {
        var clocked = !last.getMetaData().containsKey(LedgerMetadata.IMPORTED_AT);
        return new Remembered(sequence, notedAt, clocked, state, snapshot);
    }

    Remembered snapshotted() {
        return new Remembered(sequence, notedAt, live, state, sequence);
    }
}
