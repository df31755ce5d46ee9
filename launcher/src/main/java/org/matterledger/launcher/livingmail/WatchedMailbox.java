package org.matterledger.launcher.livingmail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.LetterReader;
import org.matterledger.launcher.mail.Place;
import org.matterledger.launcher.mail.RawMessage;
import org.matterledger.launcher.mail.Reading;

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

    /** So much is in memory at once, and one message more. */
    long BYTES_AT_ONCE = 32_000_000;

    /** So many messages. */
    int AT_ONCE = 100;

    /**
     * A message that was found.
     *
     * @param mark how the mailbox knows it again
     * @param reading as long as which its marks mean the same; empty where they always do
     * @param message absent where it is too large to be read
     */
    record Found(
            String mark,
            String reading,
            Place place,
            @Nullable RawMessage message) {

        Reading read(LetterReader reader) {
            return message == null
                    ? new Broken(place, "it is larger than " + RawMessage.LARGEST + " bytes")
                    : reader.read(message);
        }
    }

    /** Whether there is room for one more message beside these. */
    static boolean room(List<Found> found) {
        return found.size() < AT_ONCE
                && found.stream()
                                .mapToLong(one -> one.message() == null
                                        ? 0
                                        : one.message().bytes().length)
                                .sum()
                        < BYTES_AT_ONCE;
    }

    /** The mailbox can't be reached, or not read, at present. */
    final class CannotLook extends Exception {

        private static final long serialVersionUID = 1;

        /** @param why in one line, for whoever runs the ledger */
        CannotLook(String why, @Nullable Exception cause) {
            super(why, cause);
        }
    }
}
