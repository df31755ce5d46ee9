package org.matterledger.query.clients;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;

/** A client of the firm. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Client(
        @Schema(example = "client-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        @Schema(description = "[erased] where it was erased.", example = "Baltic Timber sp. z o.o.")
        String name,

        @Nullable Source source,

        @Schema(description = "Sequence of the last event; the ETag.", example = "2")
        long version,

        @JsonIgnore long since) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
