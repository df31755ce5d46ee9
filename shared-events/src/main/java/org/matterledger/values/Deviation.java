package org.matterledger.values;

/** How a fact departs from what was agreed. A fact is always recorded, with its deviations. */
public enum Deviation {
    CHANNEL_NOT_AGREED,
    OUTSIDE_CHANNEL_WINDOW,
    SENDER_NOT_NAMED
}
