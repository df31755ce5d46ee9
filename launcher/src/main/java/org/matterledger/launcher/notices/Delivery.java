package org.matterledger.launcher.notices;

/** What became of a mail that was handed to a mail server. */
sealed interface Delivery {

    /** The server has taken it on. */
    record Taken() implements Delivery {}

    /** The server will never take it for this address. */
    record Refused(String why) implements Delivery {}

    /** Not now, perhaps later; the server answers. */
    record NotNow(String why) implements Delivery {}

    /** The server can't be reached, or lets nobody in: no other mail will do better. */
    record Away(String why) implements Delivery {}
}
