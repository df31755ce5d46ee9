package org.matterledger.command;

import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger does of its own accord, again and again. A bean of this type is all that a feature registers; the
 * launcher calls it on every node that takes commands, one round after the other, with a second between them if nobody
 * says otherwise.
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

    /**
     * When the clock next brings it something to do, if that is after an instant and not after another: what moves a
     * simulated clock halts there, as time would.
     */
    default Optional<Instant> next(Instant after, Instant upTo) {
        return Optional.empty();
    }

    /** Something outside the ledger is not as it must be for the chore to go on; its message says what, in one line. */
    final class Hindered extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Hindered(String why) {
            super(why);
        }
    }
}
