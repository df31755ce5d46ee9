package org.matterledger.launcher.store;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.matterledger.events.LedgerMetadata;

/** Between events in their stored form and in Axon Server's: the same names, revisions, JSON and metadata. */
final class AxonServerForm {

    private final EventCodec codec;

    AxonServerForm(EventCodec codec) {
        this.codec = codec;
    }

    /** @param stored true time, for audit only; the server keeps milliseconds */
    Event toServer(StoredEvent event, Instant stored) {
        if (event.streamType().isEmpty()) {
            throw new IllegalStateException("Without a kind the sequence of " + event.stream() + " is not checked");
        }
        var form = Event.newBuilder()
                .setMessageIdentifier(event.id().toString())
                .setAggregateType(event.streamType())
                .setAggregateIdentifier(event.stream())
                .setAggregateSequenceNumber(event.sequence())
                .setTimestamp(stored.toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.type())
                        .setRevision(Integer.toString(event.revision()))
                        .setData(ByteString.copyFromUtf8(event.payload())));
        codec.decodeMetadata(event.metadata())
                .forEach((key, value) -> form.putMetaData(
                        key,
                        MetaDataValue.newBuilder().setTextValue((String) value).build()));
        return form.build();
    }

    /**
     * @param position 0 where it is not known
     * @throws UnknownEventType for an event that the ledger did not write
     */
    StoredEvent fromServer(Event event, long position) {
        var metadata = new LinkedHashMap<String, String>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, value.getTextValue()));
        var revision = revision(event);
        return new StoredEvent(
                position,
                UUID.fromString(event.getMessageIdentifier()),
                event.getAggregateIdentifier(),
                event.getAggregateType(),
                event.getAggregateSequenceNumber(),
                event.getPayload().getType(),
                revision,
                notedAt(event, metadata, revision),
                event.getPayload().getData().toStringUtf8(),
                codec.encodeMetadata(metadata));
    }

    private static int revision(Event event) {
        var revision = event.getPayload().getRevision();
        return revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
    }

    private static Instant notedAt(Event event, Map<String, String> metadata, int revision) {
        var notedAt = metadata.get(LedgerMetadata.NOTED_AT);
        if (notedAt == null) {
            throw new UnknownEventType(event.getPayload().getType(), revision);
        }
        return Instant.parse(notedAt);
    }
}
