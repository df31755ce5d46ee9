package org.matterledger.launcher.store;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is asked of an Axon Server. Every answer comes in bounded time, or {@link LedgerUnavailable} is thrown. */
final class AxonServerReads {

    private final AxonServerLink link;

    AxonServerReads(AxonServerLink link) {
        this.link = link;
    }

    /** The position of the last event, 0 when there is none. The server's own count begins at 0, ours at 1. */
    long head() {
        return Math.max(-1, link.answer(link.events().getLastToken())) + 1;
    }

    /** The sequence of a stream's last event. */
    Optional<Long> lastSequence(String stream) {
        return Optional.of(link.answer(link.events().findHighestSequence(stream)))
                .filter(sequence -> sequence >= 0);
    }

    /** The first of these streams that has an event. */
    Optional<String> firstBegun(Collection<String> streams) {
        var questions = streams.stream()
                .map(stream -> link.events().findHighestSequence(stream))
                .toList();
        var number = 0;
        for (var stream : streams) {
            if (link.answer(questions.get(number++)) >= 0) {
                return Optional.of(stream);
            }
        }
        return Optional.empty();
    }

    /** The event that stands at a sequence of a stream. */
    Optional<Event> at(String stream, long sequence) {
        return events(stream, sequence).findFirst().filter(event -> event.getAggregateSequenceNumber() == sequence);
    }

    /** A stream from a sequence on, in order; it is asked for at once and read as it comes. */
    Stream<Event> events(String stream, long firstSequence) {
        try {
            var events = new Events(link.events().openAggregateStream(stream, firstSequence));
            return StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED | Spliterator.NONNULL), false);
        } catch (RuntimeException e) {
            throw AxonServerLink.away(e);
        }
    }

    private final class Events implements Iterator<Event> {

        private final AggregateEventStream source;

        Events(AggregateEventStream source) {
            this.source = source;
        }

        /** The client takes an interrupted reader for the stream's end: a shorter stream must not pass for the whole. */
        @Override
        public boolean hasNext() {
            boolean next;
            try {
                next = source.hasNext();
            } catch (RuntimeException e) {
                throw AxonServerLink.away(e);
            }
            if (!next && Thread.currentThread().isInterrupted()) {
                throw new LedgerUnavailable("Reading was interrupted");
            }
            return next;
        }

        @Override
        public Event next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The stream has ended");
            }
            try {
                return source.next();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerUnavailable("Reading was interrupted", e);
            }
        }
    }
}
