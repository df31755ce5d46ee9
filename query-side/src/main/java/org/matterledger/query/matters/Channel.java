package org.matterledger.query.matters;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelTerms;

/** A way of communication that was proposed or agreed in a matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Channel(
        @Schema(example = "channel-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        State state,
        ChannelTerms terms,

        @Schema(description = "Which side proposed it; absent where the contract agreed on it.", example = "FIRM")
        @Nullable
        String proposedBy,

        @Schema(description = "Where the other side's word is found; [erased] where that person was erased.") @Nullable
        String evidence,

        @Schema(description = "Why it was declined or withdrawn; [erased] where that person was erased.") @Nullable
        String reason,

        @Schema(description = "When it got into its present state.")
        Instant changedAt,

        @JsonIgnore long version,
        @JsonIgnore long since) {

    /** How far the two sides got about the channel. */
    enum State {
        PROPOSED,
        AGREED,
        DECLINED,
        WITHDRAWN
    }

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
