package org.matterledger.query.calendars;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The hours in which the firm keeps its word, as published at a time. */
record CalendarVersion(
        @Schema(example = "calendar-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        @Schema(description = "Counts from 1.", example = "1")
        int version,

        @Schema(example = "Warsaw office") String name,

        @Schema(description = "Region of the time zone.", example = "Europe/Warsaw")
        String zone,

        @Schema(description = "Open intervals by weekday; a missing day is closed.")
        Week week,

        @Schema(
                description =
                        "Open intervals of single dates, which hold instead of their weekday's; none closes the date.")
        Exceptions exceptions,

        @Schema(description = "Open at any time, for contracts around the clock.")
        boolean alwaysOpen,

        Instant publishedAt,
        @JsonIgnore long position) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(position));
    }

    /** The next page of a calendar's versions begins after this one. */
    List<String> versionKey() {
        return List.of(Integer.toString(version));
    }
}
