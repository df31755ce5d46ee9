package org.matterledger.command;

/** The caller may not do this at all, whatever the state of things: 403. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String detail) {
        super(detail, null, false, false);
    }
}
