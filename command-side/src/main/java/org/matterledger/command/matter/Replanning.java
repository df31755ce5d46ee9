package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.WorkCalendar;

/**
 * Plans anew what runs when other terms come into force: time already used stays used, by the calendars that held while it
 * passed; negotiated dates don't move (semantics 4.2, 8 and 13).
 */
final class Replanning {

    private final Terms terms;
    private final Yardsticks yardsticks;
    private final Conversation conversation;

    Replanning(Terms terms, Yardsticks yardsticks, Conversation conversation) {
        this.terms = terms;
        this.yardsticks = yardsticks;
        this.conversation = conversation;
    }

    /** A message that waited behind another is planned as if it had been followed from its own time. */
    Plan reply(ClientWrote message, Instant until) {
        var plan = new DueTimes(terms.at(message.at()), yardsticks, message.at()).reply(message);
        for (var period : terms.periods()) {
            var at = period.from();
            if (at.isAfter(message.at()) && !at.isAfter(until) && plan.due().isAfter(at)) {
                plan = replanned(message, plan, new DueTimes(terms.at(at), yardsticks, at));
            }
        }
        return plan;
    }

    /** The plan under other terms; the same object where nothing moves. */
    Plan replanned(Obligation obligation, DueTimes times) {
        var old = obligation.plan();
        var start = obligation.startedAt();
        return switch (obligation.kind()) {
            case REPLY ->
                conversation
                        .message(obligation.basis().sequence())
                        .map(message -> replanned(message, old, times))
                        .orElse(old);
            case KEEP_INFORMED -> times.replanned(ObligationKind.KEEP_INFORMED, old, times.silence(start), null, null);
            case ACCEPT_OR_DECLINE ->
                times.replanned(
                        ObligationKind.ACCEPT_OR_DECLINE,
                        old,
                        times.acceptance(start),
                        used(start, times.at()),
                        times.acceptanceSpan());
            case ACK_COMPLAINT ->
                times.replanned(ObligationKind.ACK_COMPLAINT, old, times.acknowledgement(start), null, null);
            case KEEP_PROMISE, DELIVER_TASK -> flagged(obligation, times);
            case DELAY_NOTICE -> old;
        };
    }

    /** A promise doesn't move; where its day is open no more, its holder is asked for a delay notice (4.2, 8). */
    private static Plan flagged(Obligation promise, DueTimes times) {
        var old = promise.plan();
        var flagged = old.reckoned().rule().equals(DueTimes.PROMISED_DAY_CLOSED);
        if (times.endsAnOpenDay(promise) != flagged) {
            return old;
        }
        return flagged
                ? promise.plans().reversed().stream()
                        .filter(plan -> !plan.reckoned().rule().equals(DueTimes.PROMISED_DAY_CLOSED))
                        .findFirst()
                        .map(plan -> new Plan(times.at(), plan.due(), plan.ladder(), plan.reckoned()))
                        .orElse(old)
                : times.onAClosedDay(old);
    }

    private Plan replanned(ClientWrote message, Plan old, DueTimes times) {
        return times.replanned(
                ObligationKind.REPLY,
                old,
                times.reply(message),
                used(message.at(), times.at()),
                times.replySpan(message));
    }

    /** Open time between two instants, each stretch by the calendar that held then. */
    private Duration used(Instant start, Instant until) {
        var used = Duration.ZERO;
        var from = start;
        var held = terms.at(start);
        for (var period : terms.periods()) {
            if (period.from().isAfter(start) && period.from().isBefore(until)) {
                used = used.plus(calendar(held).elapsed(from, period.from()));
                from = period.from();
                held = period;
            }
        }
        return used.plus(calendar(held).elapsed(from, until));
    }

    private WorkCalendar calendar(Terms.Period period) {
        return yardsticks.calendar(period.calendar(), period.calendarVersion());
    }
}
