package org.matterledger.launcher.store;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/** The codec as Axon's serializer: for Axon Server and for dead letters. All but events is left to Axon's own JSON. */
final class LedgerSerializer implements Serializer {

    private final EventCodec codec;
    private final Serializer rest = JacksonSerializer.defaultSerializer();

    LedgerSerializer(EventCodec codec) {
        this.codec = codec;
    }

    /** For tokens, metadata and sagas. */
    Serializer rest() {
        return rest;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (!(object instanceof LedgerEvent)) {
            return rest.serialize(object, representation);
        }
        var payload = getConverter().convert(codec.payloadOf(object), String.class, representation);
        return new SimpleSerializedObject<>(payload, representation, typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return rest.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> @Nullable T deserialize(SerializedObject<S> serialized) {
        var type = serialized.getType();
        if (isOurs(type)) {
            var payload = getConverter().convert(serialized, String.class).getData();
            return (T) codec.decode(type.getName(), revision(type), payload);
        }
        return rest.deserialize(serialized);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return isOurs(type) ? codec.classOf(type.getName(), revision(type)) : rest.classForType(type);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || !LedgerEvent.class.isAssignableFrom(type)) {
            return rest.typeForClass(type);
        }
        var name = codec.nameOf(type);
        return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
    }

    @Override
    public Converter getConverter() {
        return rest.getConverter();
    }

    /** Metadata and what has no content are Axon's; every other name must be one that the ledger knows. */
    private static boolean isOurs(SerializedType type) {
        return !SerializedType.emptyType().equals(type)
                && !SerializedMetaData.isSerializedMetaData(
                        new SimpleSerializedObject<>(new byte[0], byte[].class, type))
                && !type.getName().equals(MetaData.class.getName())
                && !type.getName().startsWith("org.axonframework.")
                && !type.getName().startsWith("java.");
    }

    private static int revision(SerializedType type) {
        var revision = type.getRevision();
        return revision == null || revision.isEmpty() ? 0 : Integer.parseInt(revision);
    }
}
