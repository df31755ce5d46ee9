package org.matterledger.query;

import java.time.Instant;
import java.util.List;
import org.matterledger.values.LadderStep;
import org.matterledger.values.WorkCalendar;

/** How pressing an open duty is. */
public enum DueState {
    /** There is time yet. */
    DUE,
    /** The holder was warned, or the due time falls on the present local date. */
    SOON,
    /** The due time has passed. */
    OVERDUE;

    public static DueState of(Instant due, List<LadderStep> ladder, WorkCalendar calendar, Instant now) {
        if (now.isAfter(due)) {
            return OVERDUE;
        }
        var warned = ladder.stream().anyMatch(step -> step.at().isBefore(due) && !step.at().isAfter(now));
        return warned || calendar.localDate(due).equals(calendar.localDate(now)) ? SOON : DUE;
    }
}
