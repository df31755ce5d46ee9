package org.matterledger.launcher.mail;

import java.util.Arrays;

/** Marks of a letter's words: enough to see that one quotes another, too few to tell what either says. */
public final class Wording {

    static final Wording NONE = new Wording(new int[0], new int[0]);

    private final int[] said;
    private final int[] quoted;

    /** Both sorted. */
    Wording(int[] said, int[] quoted) {
        this.said = said;
        this.quoted = quoted;
    }

    int[] said() {
        return said;
    }

    int[] quoted() {
        return quoted;
    }

    /** Whether this letter quotes what the other says. */
    boolean quotes(Wording other) {
        return Arrays.stream(other.said).anyMatch(mark -> Arrays.binarySearch(quoted, mark) >= 0);
    }
}
