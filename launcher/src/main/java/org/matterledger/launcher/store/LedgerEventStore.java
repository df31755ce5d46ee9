package org.matterledger.launcher.store;

import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the record, wherever that is kept: it appends when a unit of work prepares its commit. */
final class LedgerEventStore extends AbstractEventStore {

    private final LongFunction<TrackingEventStream> streams;

    private LedgerEventStore(Builder builder, LongFunction<TrackingEventStream> streams) {
        super(builder);
        this.streams = streams;
    }

    /** @param streams opens the record after a position */
    static LedgerEventStore over(EventStorageEngine engine, LongFunction<TrackingEventStream> streams) {
        return new LedgerEventStore(new Builder().storageEngine(engine), streams);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return streams.apply(LedgerStorageEngine.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {

        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            super.storageEngine(storageEngine);
            return this;
        }
    }
}
