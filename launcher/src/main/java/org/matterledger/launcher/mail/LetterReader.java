package org.matterledger.launcher.mail;

import java.time.Instant;

/** Reads a message as a letter. Whatever it is made of, it never throws. */
public final class LetterReader {

    private final Instant now;

    /** @param now no letter was written later */
    public LetterReader(Instant now) {
        this.now = now;
    }

    public Reading read(RawMessage message) {
        return new Broken(message.place(), "not read before " + now);
    }
}
