package org.matterledger.launcher.mail;

/** What a letter is by its form. Only a personal one can be contact (semantics 4.2, 6). */
public enum Kind {
    /** Somebody wrote it, be it to a list. */
    PERSONAL,
    /** Out-of-office notes and other answers of machines. */
    AUTOMATIC,
    /** A mail system says that something could not be delivered, or not yet. */
    BOUNCE,
    READ_RECEIPT,
    /** Newsletters and the like: one text to many who can unsubscribe. A list where people write is not bulk. */
    BULK,
    /** Not sent. */
    DRAFT
}
