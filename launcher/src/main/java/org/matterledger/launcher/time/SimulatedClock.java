package org.matterledger.launcher.time;

import java.time.Instant;
import org.matterledger.launcher.home.SimulatedTime;

/** A clock that stands still until it is moved, and never goes back, as no ledger's time does. */
public final class SimulatedClock implements LedgerClock {

    private final SimulatedTime kept;
    private volatile Instant present;

    /** @param kept where it stands, and is kept */
    public SimulatedClock(SimulatedTime kept) {
        this.kept = kept;
        this.present = kept.read();
    }

    @Override
    public Instant now() {
        return present;
    }

    /**
     * Moves it, on disk first: what is recorded from then on is never later than the next start's time.
     *
     * @return whether it went; not back
     */
    public synchronized boolean moveTo(Instant instant) {
        if (instant.isBefore(present)) {
            return false;
        }
        kept.write(instant);
        present = instant;
        return true;
    }
}
