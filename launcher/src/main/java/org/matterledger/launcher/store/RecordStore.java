package org.matterledger.launcher.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

    /**
     * Where the present unit of work's append ends in the record: the position of its last event, or one soon after it
     * where the store doesn't tell; 0 when nothing was appended.
     */
    long positionOfAppend();

    /**
     * The position of the first event of one of these stored types after a position and up to another; 0 where there is
     * none. Where looking would take long, an earlier position is given: nothing before it is missing.
     */
    long firstOf(Collection<String> types, long after, long upTo);

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

    /** Whether a look at the first events of a stream costs no more than the question whether it has a snapshot. */
    default boolean looksFromTheStart() {
        return false;
    }

    /** A claim that was taken, and where it stands. */
    Optional<Claimed> claim(String stream);

    /**
     * What claims and several streams hold, in one look where the store can.
     *
     * @param firstSequences the first sequence wanted, by stream
     */
    default Look look(List<String> claims, Map<String, Long> firstSequences) {
        return new Look(
                claims.stream().map(this::claim).flatMap(Optional::stream).findFirst(), tails(firstSequences));
    }

    /**
     * @param taken the first of the claims that was taken before
     * @param tails what was asked for of each stream
     */
    record Look(Optional<Claimed> taken, Map<String, DomainEventStream> tails) {}

    /** @param position up to which the claim, and with it the answer that it holds, surely stands in the record */
    record Claimed(ClaimTaken claim, long position) {}

    @Override
    void close();
}
