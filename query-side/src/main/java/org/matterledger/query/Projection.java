package org.matterledger.query;

/**
 * A view's rows, written by {@code @EventHandler} methods inside the transaction of the processor's token. A bean of this
 * type is all that a view registers; the launcher runs each in a streaming processor of its own.
 */
public interface Projection {

    /** The processor's name; stable, since its token is stored under it. */
    String name();

    /** Deletes every row, so that a rebuild from the first event fills them again. */
    void reset();
}
