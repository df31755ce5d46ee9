package org.matterledger.values;

/** What an update tells the client. */
public enum UpdateKind {
    /** Something moved. */
    PROGRESS,
    /** Where the matter stands in law and procedure (R001-06). */
    PROCEDURAL_STATUS,
    /** Nothing moved; says why and when the next contact comes (R001-04). */
    NO_CHANGE
}
