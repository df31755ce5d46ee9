package org.matterledger.launcher.mailimport;

/** What makes a matter, where the firm doesn't say. */
public enum MatterBy {
    /** All that is written with one client. */
    CLIENT,
    /** Each topic that is written of with one client. */
    THREAD
}
