package org.matterledger.values;

/** Who learns on which rung of a ladder that a duty is in danger or was missed. */
public enum Level {
    /** The holder is warned before the due time. */
    WARNING,
    /** The holder's deputy learns too. */
    DEPUTY,
    /** The accountable partner learns; every escalation ends here (R004-02). */
    PARTNER
}
