package org.matterledger.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/**
 * One duty of the firm in a matter, open or ended, as the views' rows tell it.
 *
 * @param since since when its clock runs
 * @param firstDue the due time as it was armed
 * @param due the due time that holds now
 * @param soonAt from when on it is called soon
 * @param breachedAt the due time that passed; stays after a late fulfilment and after a reassessment
 * @param escalatedTo the highest level that learnt
 * @param late how long after its due time it was kept; only for what was kept late
 * @param armedBy what the basis entry tells; absent where the timeline doesn't have it yet
 * @param position where the record holds its arming
 */
public record Duty(
        ObligationId id,
        MatterId matter,
        ObligationKind kind,
        int instance,
        StaffId holder,
        EntryId basis,
        @Nullable String thread,
        @Nullable String subject,
        Instant since,
        Instant firstDue,
        Instant due,
        Instant soonAt,
        List<LadderStep> ladder,
        Reckoned reckoned,
        @Nullable LocalDate promisedFor,
        @Nullable LocalTime promisedTime,
        int promises,
        DutyResult result,
        @Nullable Instant breachedAt,
        @Nullable Reassessment reassessed,
        @Nullable Level escalatedTo,
        @Nullable Lag late,
        @Nullable Instant endedAt,
        @Nullable EntryId endedBy,
        @Nullable ObligationId next,
        @Nullable CancelReason cancelledFor,
        @Nullable Basis armedBy,
        long version,
        long position) {

    /** How pressing it is, while it is open. */
    public DueState state(Instant now) {
        return DueState.of(due, soonAt, now);
    }

    /**
     * What armed a duty.
     *
     * @param event its stored name
     * @param person who spoke for the client
     * @param staff who spoke for the firm
     */
    public record Basis(
            String event,
            Instant occurredAt,
            @Nullable String person,
            @Nullable String staff,
            @Nullable ChannelKind channel) {}
}
