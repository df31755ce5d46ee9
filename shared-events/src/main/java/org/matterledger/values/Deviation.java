package org.matterledger.values;

/** How a fact departs from what was agreed. A fact is always recorded, with its deviations. */
public enum Deviation {
    /** It came by a channel that the parties had not agreed on, or no longer. */
    CHANNEL_NOT_AGREED,
    /** It came by an agreed channel, outside the hours agreed for it. */
    OUTSIDE_CHANNEL_WINDOW,
    /** Who wrote is not known, or no contact person of the client. */
    SENDER_NOT_NAMED
}
