package org.matterledger.query.notices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ObligationKind;

/** One thing that a staff member is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notice")
record Notice(
        @Schema(description = "Who is told.", example = "staff-0f1e2d3c")
        String staff,

        @Schema(
                description = "As whom: WARNING and BREACH as the holder, DEPUTY and PARTNER as these.",
                example = "BREACH")
        String what,

        String matter,

        @Schema(description = "What the firm calls the matter; [erased] where the client was erased.")
        String title,

        String obligation,
        ObligationKind kind,

        @Schema(description = "Until when the duty is or was to be kept.")
        Instant due,

        @Schema(description = "By which rule that was reckoned.", example = "END_OF_WORKING_DAY")
        String rule,

        @Schema(description = "When the ledger knew.") Instant notedAt,

        @Schema(description = "From when on it may go out: in working hours.")
        Instant notBefore,

        @Schema(description = "REFUSED is what the mail server takes for no address that is known.")
        NoticeState state,

        @Schema(description = "Why it is not sent, where it isn't.", example = "not sent: no mail server is configured")
        @Nullable
        String reason,

        @Nullable Instant sentAt,

        @Schema(description = "Whose duty it is.", example = "staff-0f1e2d3c")
        String holder,

        @JsonIgnore String zone,
        @JsonIgnore long number) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(number));
    }

    Notice titled(String opened) {
        return new Notice(
                staff,
                what,
                matter,
                opened,
                obligation,
                kind,
                due,
                rule,
                notedAt,
                notBefore,
                state,
                reason,
                sentAt,
                holder,
                zone,
                number);
    }
}
