package org.matterledger.command.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** The answers to a batch, in the order of its items. */
public record BatchAnswer(List<Item> items) {

    /** The answer to one item: what a request of its own would have got. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(description = "Status that a request of its own would have got.", example = "201")
            int status,

            @Schema(description = "Where the recorded thing is found.") @Nullable
            String location,

            @Schema(description = "What was recorded; absent for a problem.") @Nullable
            Answer answer,

            @Schema(description = "Why nothing was recorded; absent where something was.") @Nullable
            ProblemDetail problem) {}
}
