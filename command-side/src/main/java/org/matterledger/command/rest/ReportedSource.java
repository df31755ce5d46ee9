package org.matterledger.command.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;

/** What the caller's own system calls a thing; unique for ever in its scope, so it can stand for a key. */
@Schema(description = "The caller's own number for the thing. Unique for ever: repeated, it gives the first answer.")
public record ReportedSource(
        @Schema(description = "The caller's system.", example = "case-management", minLength = 1, maxLength = 100)
        String system,

        @Schema(description = "Its own id for the thing.", example = "M-4711", minLength = 1, maxLength = 200)
        String id) {

    public ReportedSource {
        if (system.contains("/") || system.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("a source's system has no slash, and neither part is blank");
        }
    }

    public Source source() {
        return new Source(system, id);
    }

    /** The source; nothing where the caller gave none. */
    public static @Nullable Source of(@Nullable ReportedSource reported) {
        return reported == null ? null : reported.source();
    }
}
