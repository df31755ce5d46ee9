package org.matterledger.query.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;

/** Someone who works at the firm, or did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffMember(
        @Schema(example = "staff-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        @Schema(description = "[erased] where the person was erased.", example = "Anna Nowak")
        String name,

        List<String> roles,
        @Nullable Source source,

        @Schema(example = "Litigation") @Nullable String team,

        @Schema(description = "Who acts in an absence.", example = "staff-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d") @Nullable
        String deputy,

        @Schema(description = "Where the ledger's notices go.", example = "anna.nowak@firm.example") @Nullable
        String address,

        @Schema(
                description = "By which the person works; each matter's own where it is missing.",
                example = "calendar-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        @Nullable
        String calendar,

        @Schema(description = "Since when the person works here no longer.") @Nullable
        Instant leftAt,

        @Schema(description = "Sequence of the last event; the ETag.", example = "0")
        long version,

        @JsonIgnore long since) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
