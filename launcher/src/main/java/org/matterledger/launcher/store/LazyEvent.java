package org.matterledger.launcher.store;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/** A stored event as Axon sees it; parsed only when somebody looks, since most readers pass most events by. */
final class LazyEvent implements Message<LedgerEvent> {

    private static final long serialVersionUID = 1L;

    private final transient StoredEvent stored;
    private final transient EventCodec codec;
    private transient volatile @Nullable LedgerEvent payload;
    private transient volatile @Nullable MetaData metadata;

    private LazyEvent(StoredEvent stored, EventCodec codec) {
        this.stored = stored;
        this.codec = codec;
    }

    static DomainEventMessage<LedgerEvent> inStream(StoredEvent stored, EventCodec codec) {
        return new GenericDomainEventMessage<>(
                stored.streamType(),
                stored.stream(),
                stored.sequence(),
                new LazyEvent(stored, codec),
                stored.notedAt());
    }

    static TrackedEventMessage<LedgerEvent> inOrder(StoredEvent stored, EventCodec codec) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(stored.position()), inStream(stored, codec));
    }

    @Override
    public String getIdentifier() {
        return stored.id().toString();
    }

    @Override
    public MetaData getMetaData() {
        var known = metadata;
        if (known == null) {
            known = codec.decodeMetadata(stored.metadata());
            metadata = known;
        }
        return known;
    }

    @Override
    public LedgerEvent getPayload() {
        var known = payload;
        if (known == null) {
            known = codec.decode(stored.type(), stored.revision(), stored.payload());
            payload = known;
        }
        return known;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<LedgerEvent> getPayloadType() {
        return (Class<LedgerEvent>) codec.classOf(stored.type(), stored.revision());
    }

    @Override
    public Message<LedgerEvent> withMetaData(Map<String, ?> replacement) {
        return new GenericMessage<>(getIdentifier(), getPayload(), replacement);
    }

    @Override
    public Message<LedgerEvent> andMetaData(Map<String, ?> addition) {
        return withMetaData(getMetaData().mergedWith(addition));
    }
}
