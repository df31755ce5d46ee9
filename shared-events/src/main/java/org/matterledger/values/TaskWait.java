package org.matterledger.values;

/**
 * Upon whom an accepted task waits, beside the firm and the client. It explains a date, and pauses no clock: least of all
 * silence and reply (semantics 4.2, 4).
 */
public enum TaskWait {
    COURT,
    AUTHORITY,
    EXPERT,
    /** The other side, or anybody else over whom the firm has no power. */
    THIRD_PARTY
}
