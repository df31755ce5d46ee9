package org.matterledger.launcher.store;

import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to an Axon Server, on the caller's thread: the server gathers what comes at once. An answer that is cut off
 * leaves the append in doubt; then the stream is read until it is known what became of it.
 */
final class AxonServerAppender {

    /** A little less than what the server takes in one message, so that it can still be read with its position. */
    static final int LARGEST_EVENT = (4 << 20) - 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerAppender.class);
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServerTransactions transactions;
    private final AxonServerReads reads;
    private final Semaphore room;
    private final Duration patience;
    private volatile boolean closed;

    /**
     * @param capacity how many commands may wait for their answers; one more is refused
     * @param patience how long an append that was cut off is pursued before its caller hears that its end is unknown
     */
    AxonServerAppender(AxonServerTransactions transactions, AxonServerReads reads, int capacity, Duration patience) {
        this.transactions = transactions;
        this.reads = reads;
        this.room = new Semaphore(capacity);
        this.patience = patience;
    }

    /** The server did not say whether the events stand. */
    private static final class InDoubt extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InDoubt(Throwable cause) {
            super(AxonServerLink.reason(cause), cause);
        }
    }

    /**
     * Appends one command's events, all or none; returns when the server has taken them.
     *
     * @throws EventConflict when one of the events is not the next of its stream
     * @throws LedgerUnavailable when too many wait, or the server can't be reached
     */
    void append(List<Event> events) {
        events.forEach(AxonServerAppender::requireFitting);
        if (closed || !room.tryAcquire()) {
            throw new LedgerUnavailable(closed ? "The ledger is stopping" : "Too many commands wait to be recorded");
        }
        try {
            requireNew(events);
            send(events);
        } catch (InDoubt doubt) {
            settle(events, doubt);
        } finally {
            room.release();
        }
    }

    private static void requireFitting(Event event) {
        if (event.getSerializedSize() > LARGEST_EVENT) {
            throw new IllegalStateException("The record refused the events: %s of %s is larger than %d bytes"
                    .formatted(event.getPayload().getType(), event.getAggregateIdentifier(), LARGEST_EVENT));
        }
    }

    /** The server compares the beginning of a stream only with what came recently; so we look. */
    private void requireNew(List<Event> events) {
        var begun = events.stream()
                .filter(event -> event.getAggregateSequenceNumber() == 0)
                .map(Event::getAggregateIdentifier)
                .toList();
        reads.firstBegun(begun).ifPresent(stream -> {
            throw new EventConflict(stream);
        });
    }

    private void send(List<Event> events) {
        try {
            var confirmed = transactions
                    .commit(events)
                    .orTimeout(AxonServerLink.ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            if (!confirmed.getSuccess()) {
                throw new IllegalStateException("the server did not confirm");
            }
        } catch (RuntimeException e) {
            throw verdict(AxonServerLink.cause(e), events);
        }
    }

    private static RuntimeException verdict(Throwable failure, List<Event> events) {
        return switch (Status.fromThrowable(failure).getCode()) {
            case OUT_OF_RANGE, ABORTED, ALREADY_EXISTS ->
                isConflict(failure)
                        ? new EventConflict(events.getFirst().getAggregateIdentifier())
                        : new InDoubt(failure);
            case INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED, UNIMPLEMENTED ->
                new IllegalStateException("The record refused the events: " + failure.getMessage(), failure);
            default -> new InDoubt(failure);
        };
    }

    private static boolean isConflict(Throwable failure) {
        var details = Status.trailersFromThrowable(failure);
        return details != null && SEQUENCE_TAKEN.equals(details.get(ERROR_CODE));
    }

    private void settle(List<Event> events, InDoubt doubt) {
        LOG.warn("An append was cut off ({}); asking what became of it", doubt.getMessage());
        var interrupted = Thread.interrupted();
        try {
            pursue(events, doubt);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was cut off may yet arrive; it can't stand twice, since a sequence is taken once. */
    private void pursue(List<Event> events, RuntimeException doubt) {
        var end = System.nanoTime() + patience.toNanos();
        var last = doubt;
        for (var attempt = 0; !closed && System.nanoTime() < end; attempt++) {
            try {
                if (stand(events) || sentAgain(events) || stand(events)) {
                    return;
                }
                throw new EventConflict(events.getFirst().getAggregateIdentifier());
            } catch (InDoubt | LedgerUnavailable e) {
                last = e;
                pause(Math.min(1000, 20L << Math.min(attempt, 5)));
            }
        }
        throw new LedgerUnavailable(
                "The Axon Server can't be reached; whether the command was recorded is unknown until its key is repeated",
                last);
    }

    /** All of them stand, or none: the first one tells. */
    private boolean stand(List<Event> events) {
        var first = events.getFirst();
        return reads.at(first.getAggregateIdentifier(), first.getAggregateSequenceNumber())
                .filter(event -> event.getMessageIdentifier().equals(first.getMessageIdentifier()))
                .isPresent();
    }

    private boolean sentAgain(List<Event> events) {
        try {
            requireNew(events);
            send(events);
            return true;
        } catch (EventConflict e) {
            return false;
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives up on what is in doubt. */
    void close() {
        closed = true;
    }
}
