package org.matterledger.command;

import org.matterledger.events.LedgerEvent;

/**
 * What a stream's rules read, as an immutable record: cached and snapshotted as it is.
 *
 * @param <S> the state itself
 */
public interface LedgerState<S extends LedgerState<S>> {

    /** The state after one more event of the stream. No rules, no clock, no side effect. */
    S evolve(LedgerEvent event);
}
