package org.matterledger.values;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** A half-open span of a local day: open at {@code opens}, no longer open at {@code closes}; 00:00 closes at midnight. */
public record OpenInterval(LocalTime opens, LocalTime closes) {

    /** From midnight to midnight. */
    static final List<OpenInterval> WHOLE_DAY = List.of(new OpenInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

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

    /** Its time on a day without a change of the clocks. */
    Duration length() {
        var length = Duration.between(opens, closes);
        return length.isPositive() ? length : length.plusDays(1);
    }
}
