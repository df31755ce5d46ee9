package org.matterledger.command;

import java.util.Map;

/**
 * A kind of saga, as its feature hands it to the launcher: a bean of this type is all that a feature registers. It follows
 * the record from its first event with a token of its own; its rows and token can be deleted, and it comes again.
 *
 * @param name the processor's; stable, since its token is stored under it
 * @param saga the annotated class; public, with a public constructor without parameters
 * @param parts what its handlers take as parameters beside the event, by type
 */
public record SagaType<T>(String name, Class<T> saga, Map<Class<?>, Object> parts) {

    public SagaType {
        parts = Map.copyOf(parts);
    }
}
