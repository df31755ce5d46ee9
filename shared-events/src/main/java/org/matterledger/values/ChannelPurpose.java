package org.matterledger.values;

/** What a channel is used for; several channels may be agreed, each for something else (R000-22, R003-12). */
public enum ChannelPurpose {
    /** Day-to-day questions and answers. */
    DAILY_MATTERS,
    /** What can't wait for the next working day (R000-12). */
    URGENT_MATTERS,
    /** Drafts, papers and other files. */
    DOCUMENTS,
    /** Reports on work done and time spent (R000-08). */
    REPORTS,
    /** What has weight in law: contracts, instructions, notices (R003-01). */
    LEGALLY_SIGNIFICANT
}
