package org.matterledger.launcher.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.matterledger.events.ClaimEvent.ClaimTaken;

/**
 * The port behind which the record is kept: PostgreSQL by default, Axon Server where a firm outgrows it. Both append one
 * command's events all or none, refuse a sequence that is taken, and keep one order; all else is shared code.
 */
interface RecordStore extends AutoCloseable {

    EventStore events();

    /** The position of the last event; 0 when there is none. */
    long head();

    /** The position of the last event of what the present unit of work appended. */
    long positionOfAppend();

    /**
     * What several streams hold from a sequence on.
     *
     * @param firstSequences the first sequence wanted, by stream
     */
    default Map<String, DomainEventStream> tails(Map<String, Long> firstSequences) {
        Map<String, DomainEventStream> tails = new HashMap<>();
        firstSequences.forEach((stream, first) -> tails.put(stream, events().readEvents(stream, first)));
        return tails;
    }

    /** A claim that was taken, and where it stands. */
    Optional<Claimed> claim(String stream);

    /** @param position where the claim, and with it the answer that it holds, stands in the record */
    record Claimed(ClaimTaken claim, long position) {}

    @Override
    void close();
}
