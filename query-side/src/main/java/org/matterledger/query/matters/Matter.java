package org.matterledger.query.matters;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;

/** A matter that a client entrusted to the firm. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Matter(
        @Schema(example = "matter-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        String client,

        @Schema(description = "[erased] where it was erased.", example = "Supply contract with Nordwind")
        String title,

        String contactPerson,

        @Schema(description = "The staff member who serves the client.")
        String responsible,

        @Schema(description = "The partner with whom every escalation ends.")
        String accountablePartner,

        String calendar,

        @Schema(description = "The version of it by which the matter's duties are reckoned.", example = "1")
        int calendarVersion,

        @Schema(description = "The channel that the contract agreed on.")
        String mainChannel,

        @Nullable Source source,
        Instant openedAt,

        @Schema(description = "Absent while the firm works on it.") @Nullable
        Instant closedAt,

        @Schema(description = "Sequence of the last event; the ETag.", example = "4")
        long version,

        @JsonIgnore long since) {

    Matter titled(String opened) {
        return new Matter(
                id,
                client,
                opened,
                contactPerson,
                responsible,
                accountablePartner,
                calendar,
                calendarVersion,
                mainChannel,
                source,
                openedAt,
                closedAt,
                version,
                since);
    }

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
