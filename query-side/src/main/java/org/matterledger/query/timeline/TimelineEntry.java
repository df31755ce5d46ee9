package org.matterledger.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Source;

/** One thing that happened in a matter. Absent members don't apply to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
        @Schema(description = "What happened: the event's stored name.", example = "update.sent")
        String event,

        @Schema(description = "Id of a message or update, by which it is found.") @Nullable
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

        @Schema(description = "Which side spoke about a channel.", example = "CLIENT") @Nullable
        String party,

        @Schema(description = "The person at the client.") @Nullable
        String person,

        @Schema(description = "To whom an update went.") @Nullable
        List<String> to,

        @Schema(description = "The staff member who wrote or is responsible.") @Nullable
        String staff,

        @Nullable ChannelKind channel,

        @Schema(description = "The channel agreed on.") @Nullable
        String agreement,

        @Nullable ChannelTerms terms,

        @Schema(description = "What an update tells.", example = "NO_CHANGE") @Nullable
        String kind,

        @Schema(description = "How a fact departs from what was agreed.") @Nullable
        List<String> deviations,

        @Schema(description = "Subject, summary or title; [erased] where its person was erased.") @Nullable
        String text,

        @Schema(description = "Reason or evidence; [erased] where its person was erased.") @Nullable
        String reason,

        @Schema(description = "SHA-256 of the content.") @Nullable
        String digest,

        @Schema(description = "By when the client hears again.") @Nullable
        LocalDate nextContactBy,

        @Nullable Source source) {

    /** The entry with its sealed texts opened. */
    TimelineEntry with(@Nullable String openedText, @Nullable String openedReason) {
        return new TimelineEntry(
                event,
                id,
                occurredAt,
                notedAt,
                actor,
                origin,
                position,
                version,
                party,
                person,
                to,
                staff,
                channel,
                agreement,
                terms,
                kind,
                deviations,
                openedText,
                openedReason,
                digest,
                nextContactBy,
                source);
    }
}
