package org.matterledger.query.obligations;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DueState;
import org.matterledger.query.Duty;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Hours;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.StaffId;

/** A duty of the firm in a matter, with why it is due when it is. Absent members don't apply to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Obligation(
        ObligationId id,
        MatterId matter,
        ObligationKind kind,

        @Schema(description = "Counts reopenings of the same task or complaint, from 1.", example = "1")
        int instance,

        @Schema(description = "Whose duty it is.") StaffId holder,

        @Schema(description = "The topic; absent for the general one, or the whole matter.") @Nullable
        String thread,

        @Schema(description = "The task or complaint that it concerns.") @Nullable
        String subject,

        @Schema(description = "Since when its clock runs.") Instant since,

        @Schema(description = "Until when it is kept in time, inclusive.")
        Instant due,

        @Schema(description = "The due time before it was planned anew.") @Nullable
        Instant firstDue,

        @Schema(description = "The local date that was named.") @Nullable
        LocalDate promisedFor,

        @Schema(
                description = "The local time of that date, where one was stated; else it is its close.",
                example = "15:00")
        @JsonFormat(pattern = "HH:mm")
        @Nullable
        LocalTime promisedTime,

        @Schema(description = "How often this was promised anew before.", example = "0")
        int promises,

        @Schema(description = "Who learns when, if it is still open then.")
        List<LadderStep> ladder,

        @Schema(description = "Why it is due when it is.") Reason reason,
        DutyResult result,

        @Schema(description = "How pressing an open one is.") @Nullable
        DueState state,

        @Schema(description = "How much time is left to an open one.") @Nullable
        Lag left,

        @Schema(description = "How long after its due time it was kept, or, while it is open, is by now.") @Nullable
        Lag late,

        @Schema(description = "Whether its due time passed; stays true after a late fulfilment and a reassessment.")
        boolean breached,

        @Schema(description = "The due time that passed.") @Nullable
        Instant breachedAt,

        @Schema(description = "What the breach is, as known now.") @Nullable
        Reassessment reassessed,

        @Schema(description = "The highest level that learnt.") @Nullable
        Level escalatedTo,

        @Nullable Instant endedAt,

        @Schema(description = "The entry that ended it.") @Nullable
        EntryId endedBy,

        @Schema(description = "The promise that stands in its place.") @Nullable
        ObligationId next,

        @Nullable CancelReason cancelledFor,

        @Schema(description = "Sequence in the matter of the last verdict.", example = "7")
        long version,

        @JsonIgnore long position) {

    /** By what a due time was reckoned: all that is needed to do it again by hand. */
    record Reason(
            @Schema(example = "END_OF_WORKING_DAY") String rule,
            String calendar,
            @Schema(example = "2") int calendarVersion,

            @Schema(description = "Version of the firm's policy that gave limit, cut-off and ladder.", example = "1")
            int policyVersion,

            @Schema(description = "The entry that armed it.")
            EntryId basis) {}

    /** A duty as it stands at an instant. */
    static Obligation of(Duty duty, Hours hours, Instant now) {
        var open = duty.result() == DutyResult.OPEN;
        var overdue = open && now.isAfter(duty.due());
        var reckoned = duty.reckoned();
        return new Obligation(
                duty.id(),
                duty.matter(),
                duty.kind(),
                duty.instance(),
                duty.holder(),
                duty.thread(),
                duty.subject(),
                duty.since(),
                duty.due(),
                duty.firstDue().equals(duty.due()) ? null : duty.firstDue(),
                duty.promisedFor(),
                duty.promisedTime(),
                duty.promises(),
                duty.ladder(),
                new Reason(
                        reckoned.rule(),
                        reckoned.calendar().value(),
                        reckoned.calendarVersion(),
                        reckoned.policyVersion(),
                        duty.basis()),
                duty.result(),
                open ? duty.state(now) : null,
                open && !overdue ? hours.between(now, duty.due()) : null,
                overdue ? hours.between(duty.due(), now) : duty.late(),
                duty.breachedAt() != null,
                duty.breachedAt(),
                duty.reassessed(),
                duty.escalatedTo(),
                duty.endedAt(),
                duty.endedBy(),
                duty.next(),
                duty.cancelledFor(),
                duty.version(),
                duty.position());
    }

    /** What the next page of all duties begins after. */
    List<String> key() {
        return List.of(Long.toString(position));
    }

    /** What the next page of a matter's duties begins after: where it stands among the open, or the ended ones. */
    List<String> keyInMatter() {
        return List.of(
                result == DutyResult.OPEN ? "open" : "ended", firstDueOrDue().toString(), id.value());
    }

    private Instant firstDueOrDue() {
        return firstDue == null ? due : firstDue;
    }
}
