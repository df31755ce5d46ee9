package org.matterledger.query.suggestions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.StaffId;

/** A client's message that waits for an answer, and looks as if it needed none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestedWaiver(
        @Schema(description = "The message: what is handed to POST /answer-waivers.")
        EntryId entry,

        MatterId matter,

        @Schema(description = "[erased] where it was erased.")
        String title,

        String client,

        @Schema(description = "Who wrote; absent where nobody knows.") @Nullable
        String from,

        @Schema(description = "The subject line; [erased] where it was erased.") @Nullable
        String subject,

        Instant receivedAt,

        @Schema(description = "By when it is to be answered otherwise.")
        Instant due,

        @Schema(description = "Who has to answer.") StaffId holder,
        @JsonIgnore ObligationId obligation) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(due.toString(), obligation.value());
    }
}
