package org.matterledger.launcher.time;

import java.time.Instant;

/** The ledger's time. Service runs on the system's; scenarios move it; an import simulates it, matter by matter. */
public interface LedgerClock {

    /** The present instant, to the microsecond: what PostgreSQL can keep. */
    Instant now();
}
