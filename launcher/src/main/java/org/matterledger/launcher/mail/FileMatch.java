package org.matterledger.launcher.mail;

import java.time.Instant;
import java.util.Optional;
import org.matterledger.values.ContentDigest;

/**
 * What a message's file says of itself, to compare with what the ledger knows: does this file match?
 *
 * @param identity as {@link Letter#identity()}
 */
public record FileMatch(String identity, ContentDigest digest) {

    /** Empty where the bytes are no message. A letter's date does not matter here, so that no clock is asked. */
    public static Optional<FileMatch> of(byte[] eml) {
        var message = new RawMessage(new Place("", 0), eml, null, false);
        return switch (new LetterReader(Instant.MAX.minusSeconds(1_000_000)).read(message)) {
            case Letter letter -> Optional.of(new FileMatch(letter.identity(), letter.digest()));
            case Broken broken -> Optional.empty();
        };
    }
}
