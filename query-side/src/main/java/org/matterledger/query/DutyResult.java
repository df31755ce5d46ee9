package org.matterledger.query;

/** What became of a duty. Whether it was breached is told beside it. */
public enum DutyResult {
    /** It still is to be done. */
    OPEN,
    /** Done by its due time. */
    KEPT,
    /** Done, after its due time. */
    KEPT_LATE,
    /** A promise that was made anew, announced by the lead time: not kept, with notice (semantics 4.2, 9). */
    REPLACED_WITH_NOTICE,
    /** A promise that was made anew, not announced in time: not kept, no notice. */
    REPLACED_WITHOUT_NOTICE,
    /** It ended as neither kept nor missed. */
    CANCELLED
}
