package org.matterledger.launcher.livingmail;

import java.util.List;
import org.matterledger.launcher.mail.RawMessage;

/** A mailbox that is looked into again and again. */
interface WatchedMailbox {

    /** By which it is known for ever: two nodes that watch the same mailbox call it the same. */
    String id();

    /** What it is called where a letter is said to be found. */
    String name();

    /**
     * The next messages that were not told yet, the oldest first, not too many at once.
     *
     * @throws CannotLook when it can't be reached at present
     */
    List<Found> next() throws CannotLook;

    /** They are in the record: they are not shown again. Messages are told in the order in which they were shown. */
    void told(List<Found> messages);

    /**
     * A message that was found.
     *
     * @param mark how the mailbox knows it again
     */
    record Found(String mark, RawMessage message) {}

    /** The mailbox can't be reached, or not read, at present. */
    final class CannotLook extends Exception {

        private static final long serialVersionUID = 1;

        CannotLook(String why, Exception cause) {
            super(why, cause);
        }
    }
}
