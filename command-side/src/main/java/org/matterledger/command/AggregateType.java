package org.matterledger.command;

import java.util.function.Supplier;

/**
 * A kind of stream, as its feature hands it to the launcher: a bean of this type is all that a feature registers.
 *
 * @param kind the prefix of the streams' ids and the stored stream type: {@code matter}
 * @param shell the annotated aggregate class
 * @param blank makes the shell of a stream without events
 * @param state the immutable state record, whose shape decides whether a snapshot can be read
 */
public record AggregateType<A extends LedgerAggregate<S>, S extends LedgerState<S>>(
        String kind, Class<A> shell, Supplier<A> blank, Class<S> state) {}
