package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's seam to the record on an Axon Server, used as the one in PostgreSQL is: appending happens in the unit of work's
 * PREPARE_COMMIT. The connector's own engine would append in COMMIT, too late for what the command waits for.
 */
final class AxonServerEngine implements EventStorageEngine {

    private final AxonServerAppender appender;
    private final AxonServerReads reads;
    private final AxonServerForm form;
    private final EventCodec codec;

    AxonServerEngine(AxonServerAppender appender, AxonServerReads reads, AxonServerForm form, EventCodec codec) {
        this.appender = appender;
        this.reads = reads;
        this.form = form;
        this.codec = codec;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        appender.append(events.stream()
                .map(event -> form.toServer(codec.encode((DomainEventMessage<?>) event), event.getTimestamp()))
                .toList());
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(LedgerStorageEngine.POSITION, reads.head());
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return DomainEventStream.of(
                reads.events(stream, firstSequence).map(event -> LazyEvent.inStream(form.fromServer(event, 0), codec)));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return reads.lastSequence(stream);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reads.head());
    }

    /** Nothing in the ledger starts to follow the record at a time. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException("The record is followed from its beginning or its end");
    }

    /** The record is followed by {@link AxonServerStream}. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("The record is followed by its stream");
    }

    /** Snapshots are immutable states in a table of their own; Axon's are not used. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("Snapshots are kept by the memory of streams");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
