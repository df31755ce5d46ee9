package org.matterledger.query.clients;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Standing;

/** A person who speaks for a client. */
record ContactPerson(
        @Schema(example = "person-0b6c1f0a9d6e4a3b8c7d2e1f0a9b8c7d")
        String id,

        @Schema(description = "[erased] where the person was erased.", example = "Jan Kowalski")
        String name,

        List<Reached> addresses,
        Standing standing,

        @Schema(description = "Whether the person's key was destroyed.")
        boolean erased,

        @JsonIgnore long version,
        @JsonIgnore long since) {

    /** Where the person is reached. */
    record Reached(
            ChannelKind channel,

            @Schema(description = "[erased] where the person was erased.", example = "jan@baltic.example")
            String address) {}

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(since));
    }
}
