package org.matterledger.query.policies;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.PolicyPack;

/** The numbers by which the firm measured itself from a time on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyVersion(
        @Schema(example = "policy-default") String id,

        @Schema(description = "Counts from 1.", example = "1")
        int version,

        PolicyPack pack,

        @Schema(
                description = "Which edition of the ledger's own file it is; absent for the firm's word.",
                example = "1")
        @Nullable
        Integer edition,

        Instant publishedAt,
        @JsonIgnore long position) {

    /** What the next page begins after. */
    List<String> key() {
        return List.of(Long.toString(position));
    }

    /** The next page of a policy's versions begins after this one. */
    List<String> versionKey() {
        return List.of(Integer.toString(version));
    }
}
