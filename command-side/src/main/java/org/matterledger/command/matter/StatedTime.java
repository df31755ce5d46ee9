package org.matterledger.command.matter;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The time of a promised day, as a request states it. */
final class StatedTime {

    private StatedTime() {}

    /** @throws IllegalArgumentException for a time of no day, or one that people don't say */
    static void check(@Nullable LocalDate promisedFor, @Nullable LocalTime promisedTime) {
        if (promisedTime == null) {
            return;
        }
        if (promisedFor == null) {
            throw new IllegalArgumentException(
                    "“promisedTime” is a time of the promised day and so needs “promisedFor”");
        }
        if (!promisedTime.equals(promisedTime.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("“promisedTime” is stated to the minute, like 15:00");
        }
    }
}
