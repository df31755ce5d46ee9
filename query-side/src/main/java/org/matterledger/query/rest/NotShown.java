package org.matterledger.query.rest;

/** The reader may not see this: 403. */
public final class NotShown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why a sentence for the reader */
    public NotShown(String why) {
        super(why, null, false, false);
    }
}
