package org.matterledger.values;

/** What a staff member may do in the firm, apart from the part played in a single matter. */
public enum StaffRole {
    /** Works on matters and writes to clients. */
    FEE_EARNER,
    /** Answers for matters and decides what only a partner may. */
    PARTNER,
    /** Reads everything, replays and annotates; the second person for corrections. */
    REVIEWER,
    /** Registers staff, publishes calendars, issues tokens. */
    ADMINISTRATOR
}
