package org.matterledger.query.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time in which a staff member is, was or would have been away. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Absence(
        @Schema(example = "absence-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        Instant from,

        @Schema(description = "The first instant after it.") Instant until,

        @Schema(description = "When it was cancelled: what of it lay ahead then is none.") @Nullable
        Instant cancelledAt,

        @Schema(description = "Sequence of the staff member's event that shaped it last.", example = "3")
        long version,

        @JsonIgnore long since) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
