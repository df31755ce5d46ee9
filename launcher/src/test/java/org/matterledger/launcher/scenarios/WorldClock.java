package org.matterledger.launcher.scenarios;

import java.time.Instant;
import org.matterledger.launcher.time.LedgerClock;

/** A clock that stands where a scenario puts it. */
final class WorldClock implements LedgerClock {

    private volatile Instant present = Instant.parse("2025-01-02T08:00:00Z");

    @Override
    public Instant now() {
        return present;
    }

    void put(Instant instant) {
        present = instant;
    }
}
