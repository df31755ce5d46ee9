package org.matterledger.launcher.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's clock. */
public final class SystemLedgerClock implements LedgerClock {

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
