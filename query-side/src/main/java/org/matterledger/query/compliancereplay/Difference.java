package org.matterledger.query.compliancereplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two pictures of a matter differ.
 *
 * @param about the entry or the obligation; absent for terms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        Kind kind,

        @Schema(description = "The entry or obligation that differs; absent for terms.") @Nullable
        String about,

        @Schema(
                description = "What differs, in words.",
                example =
                        "Anna Nowak called Marta on Fri 13 Feb 2026, 17:30; it was recorded only Mon 16 Feb 2026, 09:20.")
        String sentence) {

    /** Why they differ. */
    enum Kind {
        /** It had happened, and the firm did not know it yet. */
        LATE_ENTRY,
        /** The entry was told wrongly at first, or is known not to have arrived. */
        CORRECTED_ENTRY,
        /** The entry was withdrawn, or belongs to another matter. */
        WITHDRAWN_ENTRY,
        /** A duty is judged otherwise by what is known of it. */
        REASSESSED,
        /** The terms were known otherwise. */
        TERMS,
        /** It happened between the two instants. */
        HAPPENED_BETWEEN
    }
}
