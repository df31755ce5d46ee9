package org.matterledger.query.worklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DueState;
import org.matterledger.query.Duty;
import org.matterledger.query.Hours;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.WhyOwed;
import org.matterledger.values.Lag;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;

/** One line of a staff member's day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(
        ObligationId obligation,
        ObligationKind kind,
        MatterId matter,

        @Schema(description = "[erased] where it was erased.")
        String title,

        String client,

        @Schema(description = "Whose duty it is: the staff member's own, or an absent colleague's.")
        StaffId holder,

        @Schema(description = "Since when its clock runs.") Instant since,
        Instant due,
        DueState state,

        @Schema(description = "How much time is left.") @Nullable
        Lag left,

        @Schema(description = "By how much it is overdue.") @Nullable
        Lag late,

        @Schema(
                description = "Why it is on the list, in a sentence.",
                example = "Marta wrote on Tuesday 10:00 by mail and waits for an answer; due today 18:00"
                        + " (end of working day, calendar Kyiv v2, policy v1)")
        String reason,

        @Schema(description = "Where it is done: a POST that discharges it.", example = "/matters/matter-0b6c/replies")
        String act,

        @JsonIgnore String distance) {

    static WorkItem of(Duty duty, Title title, Hours hours, WhyOwed why, Instant now) {
        var overdue = now.isAfter(duty.due());
        return new WorkItem(
                duty.id(),
                duty.kind(),
                duty.matter(),
                title.title(),
                title.client(),
                duty.holder(),
                duty.since(),
                duty.due(),
                duty.state(now),
                overdue ? null : hours.between(now, duty.due()),
                overdue ? hours.between(duty.due(), now) : null,
                why.sentence(duty),
                act(duty),
                why.distance(duty));
    }

    /** What the next page begins after. */
    List<String> key() {
        return List.of(due.toString(), obligation.value());
    }

    private static String act(Duty duty) {
        var matter = "/matters/" + duty.matter();
        return switch (duty.kind()) {
            case REPLY -> matter + "/replies";
            // the promise of an answer is kept in its thread, that of a next contact by any word
            case KEEP_PROMISE -> matter + (duty.subject() == null ? "/replies" : "/updates");
            case KEEP_INFORMED -> matter + "/updates";
            case DELAY_NOTICE -> matter + "/delay-notices";
            case ACCEPT_OR_DECLINE -> matter + "/tasks/" + duty.subject() + "/acceptance";
            case DELIVER_TASK -> matter + "/tasks/" + duty.subject() + "/delivery";
            case ACK_COMPLAINT -> matter + "/complaints/" + duty.subject() + "/acknowledgement";
        };
    }
}
