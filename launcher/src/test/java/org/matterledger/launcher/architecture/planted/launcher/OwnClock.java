package org.matterledger.launcher.architecture.planted.launcher;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Breaks: nobody asks a clock but the clock port. */
class OwnClock {
    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
