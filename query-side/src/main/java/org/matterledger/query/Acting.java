package org.matterledger.query;

/**
 * What somebody who looks at a page may do from there. The pages ask it by the name {@code acting}, so that no link leads
 * to a form that would not be served, or would be refused to this reader.
 */
public interface Acting {

    /** Whether the forms are served by this process: they need both sides of the ledger. */
    boolean forms();

    /** Whether the reader may record what the firm did. */
    boolean writes();

    /** Whether this is a trial on a simulated clock: nothing shown is a firm's record. */
    boolean trial();

    /** Whether the reader may be the second person who decides on a correction. */
    boolean decides();
}
