package org.matterledger.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.matterledger.values.LadderStep;

/** How pressing an open duty is. */
public enum DueState {
    /** There is time yet. */
    DUE,
    /** Its holder was to be warned by now, or less than a day is left. */
    SOON,
    /** The due time has passed. */
    OVERDUE;

    private static final Duration LAST_DAY = Duration.ofDays(1);

    /** From when on an open duty is called soon: the first rung before the due time, and at the latest a day before. */
    public static Instant soonAt(Instant due, Collection<LadderStep> ladder) {
        var lastDay = due.minus(LAST_DAY);
        return ladder.stream()
                .map(LadderStep::at)
                .filter(lastDay::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(lastDay);
    }

    public static DueState of(Instant due, Instant soonAt, Instant now) {
        if (now.isAfter(due)) {
            return OVERDUE;
        }
        return now.isBefore(soonAt) ? DUE : SOON;
    }

    /** The same as a condition on {@code query.obligation o}, at {@code :now}. */
    public String condition() {
        return switch (this) {
            case OVERDUE -> "o.due < :now";
            case SOON -> "o.due >= :now and o.soon_at <= :now";
            case DUE -> "o.due >= :now and o.soon_at > :now";
        };
    }

    /** What is shown where only what stands so is asked for. */
    public String words() {
        return switch (this) {
            case OVERDUE -> "what is overdue";
            case SOON -> "what is due soon";
            case DUE -> "what has time yet";
        };
    }
}
