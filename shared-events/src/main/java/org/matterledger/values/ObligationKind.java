package org.matterledger.values;

/** What the firm can owe its client in a matter; each has one clock (semantics 4.2, 4.9). */
public enum ObligationKind {
    /** To answer the oldest message that waits for an answer (R003-07). */
    REPLY,
    /** To do by a named date what was promised: answer, or write again (R003-07, R001-04). */
    KEEP_PROMISE,
    /** To be heard by the client within the silence limit (R001-01, R001-03). */
    KEEP_INFORMED,
    /** To say in good time that a promised date will not be met (R004-16). */
    DELAY_NOTICE,
    /** To accept or decline a task (R003-15, R003-16). */
    ACCEPT_OR_DECLINE,
    /** To deliver an accepted task by its date (R003-20). */
    DELIVER_TASK,
    /** To tell the client that the complaint has arrived (semantics 4.5). */
    ACK_COMPLAINT
}
