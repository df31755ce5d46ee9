package org.matterledger.launcher.store;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's event store over the record in PostgreSQL. */
final class LedgerEventStore extends AbstractEventStore {

    private final LedgerStorageEngine engine;
    private final Head head;

    private LedgerEventStore(Builder builder, LedgerStorageEngine engine, Head head) {
        super(builder);
        this.engine = engine;
        this.head = head;
    }

    static LedgerEventStore over(LedgerStorageEngine engine, Head head) {
        return new LedgerEventStore(new Builder().storageEngine(engine), engine, head);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LedgerStream(engine, head, LedgerStorageEngine.positionOf(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {

        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            super.storageEngine(storageEngine);
            return this;
        }
    }
}
