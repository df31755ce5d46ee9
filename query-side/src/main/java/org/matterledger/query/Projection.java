package org.matterledger.query;

/**
 * A view's rows, written by {@code @EventHandler} methods inside the transaction of the processor's token. A bean of this
 * type is all that a view registers; the launcher runs each in a streaming processor of its own.
 */
public interface Projection {

    /** The processor's name; stable, since its token is stored under it. */
    String name();

    /**
     * The version of what the rows say. Raise it when handlers write other rows than before: the view is then emptied and
     * filled again from the first event at the next start. Handling other kinds of events does the same by itself.
     */
    default int version() {
        return 1;
    }

    /** Deletes every row, so that a rebuild from the first event fills them again. */
    void reset();
}
