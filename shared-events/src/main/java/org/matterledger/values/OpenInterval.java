package org.matterledger.values;

import java.time.LocalTime;

/** A half-open span of a local day: open at {@code opens}, no longer open at {@code closes}; 00:00 closes at midnight. */
public record OpenInterval(LocalTime opens, LocalTime closes) {

    public OpenInterval {
        if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
            throw new IllegalArgumentException(
                    "An open interval closes after it opens, not " + opens + " to " + closes);
        }
    }

    /** Whether it is open at a local time. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(opens) && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
    }
}
