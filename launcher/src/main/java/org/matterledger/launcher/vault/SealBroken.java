package org.matterledger.launcher.vault;

/** A sealed text was changed, moved to another person, or its key is missing without an erasure. Never answered as erased. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}
