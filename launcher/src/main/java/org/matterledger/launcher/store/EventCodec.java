package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.EventType;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Between events as the domain speaks them and events as they are stored: our names, our revisions, JSON. */
public final class EventCodec {

    private static final TypeReference<Map<String, String>> TEXT_BY_KEY = new TypeReference<>() {};

    private final JsonMapper json;
    private final EventTypes types;
    private final Map<String, EventUpcaster> upcasters;
    private final ObjectReader metadataReader;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();
    private final Map<Class<?>, EventType> names = new ConcurrentHashMap<>();
    private final Map<String, Class<? extends LedgerEvent>> current = new ConcurrentHashMap<>();

    public EventCodec(JsonMapper json, EventTypes types, List<EventUpcaster> upcasters) {
        this.json = json;
        this.types = types;
        this.upcasters = upcasters.stream()
                .collect(Collectors.toUnmodifiableMap(u -> key(u.type(), u.revision()), Function.identity()));
        this.metadataReader = json.readerFor(TEXT_BY_KEY);
    }

    /** An event as it is handed to the record; its position is not known yet. */
    StoredEvent encode(DomainEventMessage<?> event) {
        var name = nameOf(event.getPayloadType());
        return new StoredEvent(
                0,
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                kindOf(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                name.name(),
                name.revision(),
                Instant.parse(notedAt(event.getMetaData())),
                payloadOf(event.getPayload()),
                json.writeValueAsString(event.getMetaData()));
    }

    String payloadOf(Object event) {
        return writers.computeIfAbsent(event.getClass(), json::writerFor).writeValueAsString(event);
    }

    EventType nameOf(Class<?> event) {
        return names.computeIfAbsent(event, EventTypes::of);
    }

    /** @throws UnknownEventType for a name or revision that this version doesn't know */
    LedgerEvent decode(String type, int revision, String payload) {
        var known = types.classOf(type);
        if (known.isPresent() && nameOf(known.get()).revision() == revision) {
            return readers.computeIfAbsent(known.get(), json::readerFor).readValue(payload);
        }
        var upcaster = upcaster(type, revision);
        var content = upcaster.upcast((ObjectNode) json.readTree(payload));
        return decode(upcaster.nextType(), upcaster.nextRevision(), content.toString());
    }

    /** The class that an event of this stored form is read as. */
    Class<? extends LedgerEvent> classOf(String type, int revision) {
        var known = current.get(key(type, revision));
        if (known == null) {
            if (isCurrent(type, revision)) {
                known = types.classOf(type).orElseThrow();
            } else {
                var upcaster = upcaster(type, revision);
                known = classOf(upcaster.nextType(), upcaster.nextRevision());
            }
            current.put(key(type, revision), known);
        }
        return known;
    }

    MetaData decodeMetadata(String metadata) {
        Map<String, String> entries = metadataReader.readValue(metadata);
        return MetaData.from(entries);
    }

    String encodeMetadata(Map<String, String> entries) {
        return json.writeValueAsString(entries);
    }

    private boolean isCurrent(String type, int revision) {
        return types.classOf(type).map(c -> nameOf(c).revision() == revision).orElse(false);
    }

    private EventUpcaster upcaster(String type, int revision) {
        var upcaster = upcasters.get(key(type, revision));
        if (upcaster == null) {
            throw new UnknownEventType(type, revision);
        }
        return upcaster;
    }

    /** Every kind of stream has its own prefix of ids: the store's type of a stream can't contradict its id. */
    private static String kindOf(String stream) {
        return stream.substring(0, stream.indexOf('-'));
    }

    private static String notedAt(MetaData metadata) {
        @Nullable Object notedAt = metadata.get(LedgerMetadata.NOTED_AT);
        if (notedAt == null) {
            throw new IllegalStateException("An event without " + LedgerMetadata.NOTED_AT + " can't be recorded");
        }
        return notedAt.toString();
    }

    private static String key(String type, int revision) {
        return type + "#" + revision;
    }
}
