package org.matterledger.command.matter;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Where an event stands in the ledger. */
final class DuePosition {

    private DuePosition() {}

    static long of(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }
}
