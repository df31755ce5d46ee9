package org.matterledger.query.compliancereplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyResult;
import org.matterledger.values.MatterId;

/** A matter as it stood at an instant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterAsOf(
        MatterId matter,
        Instant at,

        @Schema(
                description = "then: by what was noted up to that instant; now: by all that is noted.",
                type = "string",
                allowableValues = {"then", "now"})
        String known,

        @Schema(description = "Absent where the matter was not opened yet, as far as was known.") @Nullable
        Terms terms,

        @Schema(description = "Absent while the firm worked on it.") @Nullable
        Instant closedAt,

        @Schema(description = "What client and firm had said to each other, the oldest first.")
        List<Contact> contacts,

        @Schema(description = "What was owed, by due time.") List<DutyAsOf> open,

        @Schema(description = "What had been owed, in the order in which it ended.")
        List<DutyAsOf> ended) {

    /** Every duty that there was. */
    List<DutyAsOf> duties() {
        return Stream.concat(open.stream(), ended.stream()).toList();
    }

    static boolean isOpen(DutyAsOf duty) {
        return duty.result() == DutyResult.OPEN;
    }
}
