package org.matterledger.command.rest;

/** Nothing is recorded under an id that the request names: 404. */
public final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unknown() {
        super("Nothing is recorded under this id", null, false, false);
    }
}
