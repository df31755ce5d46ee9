package org.matterledger.launcher.store;

import org.axonframework.modelling.command.ConcurrencyException;

/** Another node appended to one of the streams first: load again, decide again. */
final class EventConflict extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    EventConflict(String stream) {
        super("Another event stands where one was to be appended to " + stream);
    }
}
