package org.matterledger.launcher.access;

import java.time.Duration;
import java.time.Instant;
import org.matterledger.launcher.time.LedgerClock;

/** A clock that stands until it is moved. */
public final class MovableClock implements LedgerClock {

    private volatile Instant present = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public Instant now() {
        return present;
    }

    public void move(Duration by) {
        present = present.plus(by);
    }

    /** Puts it to an instant, later or earlier. */
    public void set(Instant instant) {
        present = instant;
    }
}
