package org.matterledger.values;

/** What a breach turned out to be, as known now. What was known then stays visible. */
public enum Reassessment {
    /** The duty was kept in time; it was recorded late (semantics 4.2, 14). */
    MET_RECORDED_LATE,
    /** The facts were corrected: there was no breach. */
    MET_AS_CORRECTED,
    /** A reviewer decided that the breach is not the firm's: the office was closed, a system was down. */
    EXCUSED
}
