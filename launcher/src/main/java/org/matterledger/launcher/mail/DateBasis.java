package org.matterledger.launcher.mail;

/** By what a letter's instant is known, the best first. All but the first are a reconstruction. */
public enum DateBasis {
    /** The writer's Date header, with a zone, and possible. */
    DATE_HEADER,
    /** The first server that received it. */
    RECEIVED,
    /** When it came to the mailbox: the mbox's From line, the Maildir file's name, the IMAP server's note; or when it was found. */
    ENVELOPE,
    /** The letters beside it in thread and folder, or a Date header that names no zone, taken as UTC. */
    NEIGHBOUR,
    /** Nothing: no letter near it has a date either. */
    NONE
}
