package org.matterledger.query.notices;

/** What became of a notice. */
enum NoticeState {
    /** For working hours, for a mail server, or for another attempt. */
    WAITING,
    /** The mail server has taken it on. */
    SENT,
    /** Taken back: what it warned of was no danger any more. */
    WITHDRAWN,
    /** It could not go out while it was news. */
    GIVEN_UP,
    /** The mail server takes nothing for this address. */
    REFUSED;

    /** As a page shows it. */
    String word() {
        return switch (this) {
            case WAITING -> "waits";
            case SENT -> "sent";
            case WITHDRAWN -> "taken back";
            case GIVEN_UP -> "given up";
            case REFUSED -> "not delivered";
        };
    }
}
