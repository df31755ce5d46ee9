package org.matterledger.values;

/** The two sides of a matter's protocol. */
public enum Party {
    FIRM,
    CLIENT;

    public Party other() {
        return this == FIRM ? CLIENT : FIRM;
    }
}
