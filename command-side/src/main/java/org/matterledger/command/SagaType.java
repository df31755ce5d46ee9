package org.matterledger.command;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/**
 * A kind of saga, as its feature hands it to the launcher: a bean of this type is all that a feature registers. It follows
 * the record from its first event with a token of its own; its rows and token can be deleted, and it comes again.
 *
 * @param name the processor's; stable, since its token is stored under it
 * @param saga the annotated class; public, with a public constructor without parameters
 * @param parts what its handlers take as parameters beside the event, by type
 * @param about what an event's saga is most likely found by, or null: the sagas of many events are looked up together; where
 *     this foresees nothing, each is looked up when its event comes
 */
public record SagaType<T>(
        String name, Class<T> saga, Map<Class<?>, Object> parts, Function<LedgerEvent, @Nullable Object> about) {

    public SagaType {
        parts = Map.copyOf(parts);
    }
}
