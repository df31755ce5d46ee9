package org.matterledger.query.compliancereplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyResult;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/** A duty as it stood at an instant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DutyAsOf(
        ObligationId id,
        ObligationKind kind,
        StaffId holder,

        @Schema(description = "The entry that armed it.") EntryId basis,

        @Schema(description = "Since when its clock runs.") Instant since,
        Instant due,

        @Schema(description = "By what the due time was reckoned.")
        Reckoned reckoned,

        DutyResult result,
        boolean breached,
        @Nullable Reassessment reassessed,
        @Nullable Lag late,
        @Nullable Instant endedAt,
        @Nullable EntryId endedBy,
        @Nullable CancelReason cancelledFor) {}
