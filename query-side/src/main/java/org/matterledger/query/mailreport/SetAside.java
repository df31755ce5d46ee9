package org.matterledger.query.mailreport;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a message stands that was not imported, and why. */
record SetAside(
        @Schema(
                description = "Whether it could not be read, waits for a hand, or was left out.",
                allowableValues = {"BROKEN", "UNASSIGNED", "SKIPPED"})
        String what,

        @Schema(example = "BULK") String reason,

        @Schema(description = "Within what was imported; [erased] where that was erased.", example = "inbox/2023.mbox")
        String place) {}
