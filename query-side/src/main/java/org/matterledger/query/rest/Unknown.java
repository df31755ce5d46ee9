package org.matterledger.query.rest;

/** There is no such thing, or none that the reader may see: 404. */
public final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unknown() {
        super("There is no such thing here", null, false, false);
    }
}
