package org.matterledger.query.timeline;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Names;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.values.Lag;

/** Says in a sentence what was found about a duty. */
final class DutySentences {

    private final Names names;
    private final Times times;

    DutySentences(Names names) {
        this.names = names;
        this.times = new Times(names.zone());
    }

    /** A promise stays due when its day is closed afterwards, and says so. */
    private String planned(Owed owed) {
        return Objects.equals(owed.due(), owed.oldDue())
                ? "due %s as before: %s"
                        .formatted(
                                moment(owed.due()),
                                Words.of(Objects.requireNonNull(owed.reckoned()).rule()))
                : "now due %s instead of %s".formatted(moment(owed.due()), moment(owed.oldDue()));
    }

    /** @param event the verdict's stored name */
    String what(String event, Owed owed, Instant occurredAt) {
        var noun = DutyWords.noun(owed.kind());
        return switch (event) {
            case "obligation.armed" -> "Owed from here on: %s, until %s".formatted(noun, moment(owed.due()));
            case "obligation.warned" -> "%s was warned: %s is due soon".formatted(learner(owed), noun);
            case "obligation.breached" -> "Missed: %s was due %s".formatted(noun, times.moment(occurredAt));
            case "obligation.escalated" -> "%s learnt that %s is missing".formatted(learner(owed), noun);
            case "obligation.fulfilled" -> "Done: %s, %s".formatted(noun, timeliness(owed.lag()));
            case "obligation.fulfilment-withdrawn" ->
                "Owed again: %s; what seemed to settle it did not".formatted(noun);
            case "obligation.promise-replaced" ->
                "Promised anew: %s, %s notice"
                        .formatted(noun, Boolean.TRUE.equals(owed.withNotice()) ? "with" : "without");
            case "obligation.cancelled" ->
                "No longer owed: %s; %s".formatted(noun, DutyWords.reason(Objects.requireNonNull(owed.cancelledFor())));
            case "obligation.replanned" -> "Planned anew: %s, %s".formatted(noun, planned(owed));
            case "obligation.handed-over" ->
                "%s took over %s from %s".formatted(name(owed.holder()), noun, name(owed.from()));
            case "obligation.breach-reassessed" ->
                "Not missed after all: %s; %s"
                        .formatted(noun, DutyWords.result(Objects.requireNonNull(owed.reassessed())));
            default -> event;
        };
    }

    /** By what a due time was reckoned, or how late a proof was recorded; nothing where there is neither. */
    @Nullable
    String remark(Owed owed) {
        var reckoned = owed.reckoned();
        if (reckoned != null) {
            return "Reckoned by %s, calendar v%d, policy v%d"
                    .formatted(Words.of(reckoned.rule()), reckoned.calendarVersion(), reckoned.policyVersion());
        }
        return owed.reassessed() == null || owed.lag() == null ? null : "Recorded late by " + Times.lag(owed.lag());
    }

    private static String timeliness(@Nullable Lag late) {
        return late == null ? "in time" : Times.lag(late) + " late";
    }

    private static String learner(Owed owed) {
        var who = DutyWords.level(Objects.requireNonNull(owed.level()));
        return Character.toUpperCase(who.charAt(0)) + who.substring(1);
    }

    private String name(@Nullable Object id) {
        return names.of(id == null ? null : id.toString());
    }

    private String moment(@Nullable Instant instant) {
        return instant == null ? "–" : times.moment(instant);
    }
}
