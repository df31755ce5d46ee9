package org.matterledger.command;

import java.time.Instant;

/**
 * What the ledger does of its own accord, again and again. A bean of this type is all that a feature registers; the
 * launcher calls it every second on every node that takes commands, one round after the other.
 */
public interface Chore {

    /** What it is called where the ledger says how it runs. */
    String name();

    /**
     * One round; whatever it leaves undone, the next one finds.
     *
     * @param now the ledger's time
     */
    void round(Instant now);
}
