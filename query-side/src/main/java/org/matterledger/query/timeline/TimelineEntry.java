package org.matterledger.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a matter. Absent members don't apply to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
        @Schema(description = "What happened: the event's stored name.", example = "update.sent")
        String event,

        @Schema(description = "Id of a message, call or update, by which it is found.") @Nullable
        String id,

        @Schema(description = "When it happened.") Instant occurredAt,

        @Schema(description = "When the firm knew; later than occurredAt for a late entry.")
        Instant notedAt,

        @Schema(description = "Who did or reported it.", example = "integration:case-management")
        String actor,

        @Schema(description = "live, or import: reconstructed, not known then.", example = "live")
        String origin,

        @Schema(description = "The event's place in the ledger.", example = "1201")
        long position,

        @Schema(description = "The event's sequence in the matter.", example = "4")
        long version,

        @Schema(description = "Subject, summary or title; [erased] where its person was erased.") @Nullable
        String text,

        @Schema(description = "Reason, or the other party's word; [erased] where its person was erased.") @Nullable
        String reason,

        @Schema(description = "Where it can be seen; [erased] where its person was erased.") @Nullable
        String evidence,

        @Schema(description = "What became of the entry afterwards, in the order in which it was noted.") @Nullable
        List<Mark> marks,

        @JsonUnwrapped Details details) {

    /** That an entry was corrected, withdrawn, moved, waived, adopted or not delivered. */
    record Mark(
            @Schema(description = "The event's stored name.", example = "entry.withdrawn")
            String event,

            Instant notedAt,

            @Schema(description = "The event's sequence in the matter.", example = "9")
            long version) {}
}
