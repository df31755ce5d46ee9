package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.values.CutOff;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Reckoned;
import org.matterledger.values.Rung;
import org.matterledger.values.WorkCalendar;

/**
 * Until when something is owed, under the terms of one instant (semantics 4.2, 4.9). Every due time says by which rule,
 * calendar version and policy version it was reckoned.
 */
final class DueTimes {

    /** Why a promise that doesn't move asks for a delay notice (semantics 4.2, 8). */
    static final String PROMISED_DAY_CLOSED = "PROMISED_DAY_IS_CLOSED_NOW";

    private final Terms.Period terms;
    private final WorkCalendar calendar;
    private final PolicyPack policy;
    private final Instant at;

    /** @param at the instant whose terms hold, from which on the plan stands */
    DueTimes(Terms.Period terms, Yardsticks yardsticks, Instant at) {
        this.terms = terms;
        this.calendar = yardsticks.calendar(terms.calendar(), terms.calendarVersion());
        this.policy = yardsticks.policy(terms.policyVersion());
        this.at = at;
    }

    Instant at() {
        return at;
    }

    PolicyPack policy() {
        return policy;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    /** The agreed speed of the channel or the contract, else the working day of the message (rules.md 1.8, 4). */
    Plan reply(ClientWrote message) {
        var within = message.within() == null ? terms.replyWithin() : message.within();
        if (within != null) {
            return plan(ObligationKind.REPLY, calendar.add(message.at(), within), rule(message));
        }
        return plan(ObligationKind.REPLY, answerDay(message.at()), "WORKING_DAY_OF_THE_MESSAGE");
    }

    private static String rule(ClientWrote message) {
        return message.within() == null ? "ANSWER_TIME_OF_THE_CONTRACT" : "ANSWER_TIME_OF_THE_CHANNEL";
    }

    private Instant answerDay(Instant written) {
        var date = calendar.localDate(written);
        if (calendar.isOpen(date) && written.isBefore(cutOff(date))) {
            return calendar.closeOf(date);
        }
        return calendar.closeOfNthWorkingDay(date, 1);
    }

    /** On a day that closes earlier, closing is the cut-off. */
    private Instant cutOff(LocalDate date) {
        var agreed = terms.cutOff() == null ? policy.replyCutOff() : terms.cutOff();
        var closes = calendar.closeOf(date);
        if (agreed.equals(CutOff.OPENING)) {
            return calendar.openOf(date);
        }
        return agreed.time()
                .map(local -> date.atTime(local).atZone(calendar.zone()).toInstant())
                .filter(closes::isAfter)
                .orElse(closes);
    }

    /** The silence limit in local days, rolled back to an open date, never before the contact's own working day. */
    Plan silence(Instant contact) {
        var days = terms.silenceLimit() == null ? policy.silenceLimit() : terms.silenceLimit();
        var limit =
                calendar.closeOf(calendar.rollBack(calendar.localDate(contact).plusDays(days)));
        return plan(ObligationKind.KEEP_INFORMED, later(limit, calendar.endOfWorkingDay(contact)), "SILENCE_LIMIT");
    }

    /** As {@link #silence}, in a matter taken over at an instant: nothing before that is a breach (rules.md 1.8, 19). */
    Plan silenceTakenOver(Instant contact, Instant takenOver) {
        var plan = silence(contact);
        return plan(
                ObligationKind.KEEP_INFORMED, later(plan.due(), calendar.endOfWorkingDay(takenOver)), "SILENCE_LIMIT");
    }

    /** The close of the promised day, or its stated time (4.2, 8). */
    Plan promise(LocalDate day, @Nullable LocalTime time) {
        return promised(ObligationKind.KEEP_PROMISE, day, time);
    }

    private Plan promised(ObligationKind kind, LocalDate day, @Nullable LocalTime time) {
        return time == null
                ? plan(kind, calendar.closeOf(keptOn(day)), "CLOSE_OF_THE_PROMISED_DAY")
                : plan(kind, calendar.timeOf(day, time), day, "STATED_TIME_OF_THE_PROMISED_DAY");
    }

    /**
     * The open day on which a promise for a day ends: that day, or the last one before it, as silence is rolled back; never
     * before the end of the working day on which it was given (4.2, 10; 4.9, 1).
     */
    private LocalDate keptOn(LocalDate day) {
        var open = calendar.rollBack(day);
        return calendar.closeOf(open).isAfter(at) ? open : dayOf(calendar.endOfWorkingDay(at));
    }

    /** Whether a date, open or not, can be the client's next contact: it is not past. */
    boolean ahead(LocalDate day) {
        return !day.isBefore(calendar.localDate(at));
    }

    /** Whether a date, or a time of it, can be promised now: concrete, ahead, open, not too far (semantics 4.2, 7). */
    boolean promisable(LocalDate day, @Nullable LocalTime time) {
        var today = calendar.localDate(at);
        return calendar.isOpen(day)
                && (time == null ? calendar.closeOf(day) : calendar.timeOf(day, time)).isAfter(at)
                && !day.isAfter(today.plusDays(policy.longestPromise()));
    }

    /** The close of the working day that lies the lead time before a date; absent where that has passed (1.8, 11). */
    @Nullable
    Plan delayNotice(LocalDate day, @Nullable LocalTime time) {
        var due = noticeBy(day, time);
        return due.isAfter(at) ? plan(ObligationKind.DELAY_NOTICE, due, "LEAD_TIME_OF_THE_NOTICE") : null;
    }

    /** By which a delay of something promised for a day counts as announced: never later than the promise itself. */
    Instant noticeBy(LocalDate day, @Nullable LocalTime time) {
        var announced =
                calendar.closeOf(calendar.nthWorkingDayBefore(time == null ? keptOn(day) : day, policy.noticeLead()));
        return time == null ? announced : earlier(announced, calendar.timeOf(day, time));
    }

    /** When the clock of acceptance starts: seeing at night is not accepting (R003-16). */
    Instant acceptanceStarts(Instant asked) {
        return calendar.nextOpen(asked);
    }

    /** The agreed time, else the end of the next working day. */
    Plan acceptance(Instant start) {
        var within = terms.acceptWithin();
        return within != null
                ? plan(ObligationKind.ACCEPT_OR_DECLINE, calendar.add(start, within), "ACCEPTANCE_TIME_OF_THE_CONTRACT")
                : plan(
                        ObligationKind.ACCEPT_OR_DECLINE,
                        calendar.closeOfNthWorkingDay(calendar.localDate(start), 1),
                        "END_OF_THE_NEXT_WORKING_DAY");
    }

    /** The date agreed at acceptance. */
    Plan delivery(Instant due) {
        return plan(ObligationKind.DELIVER_TASK, due, "DATE_AGREED_AT_ACCEPTANCE");
    }

    /** A new date for a delivery that is late. */
    Plan delivery(LocalDate day, @Nullable LocalTime time) {
        return promised(ObligationKind.DELIVER_TASK, day, time);
    }

    /** The end of the next working day (semantics 4.5). */
    Plan acknowledgement(Instant received) {
        return plan(
                ObligationKind.ACK_COMPLAINT,
                calendar.closeOfNthWorkingDay(calendar.localDate(received), 1),
                "END_OF_THE_NEXT_WORKING_DAY");
    }

    /**
     * A plan made under older terms, planned anew: time already used stays used, and no plan falls before the end of the
     * present working day (semantics 4.2, 13; 4.9, 1).
     *
     * @param wholeNew what these terms would give from the start
     * @param used open time already used, where the plan is a span of open time
     */
    Plan replanned(ObligationKind kind, Plan old, Plan wholeNew, @Nullable Duration used, @Nullable Duration span) {
        var due = wholeNew.due();
        if (used != null && span != null) {
            var left = span.minus(used);
            due = left.isPositive() ? calendar.add(at, left) : at;
        }
        if (due.equals(old.due())) {
            return old;
        }
        var moved = later(due, calendar.endOfWorkingDay(at));
        return moved.equals(old.due())
                ? old
                : plan(kind, moved, wholeNew.reckoned().rule());
    }

    /** The open time within which a message is to be answered, where it is a span. */
    @Nullable
    Duration replySpan(ClientWrote message) {
        return message.within() == null ? terms.replyWithin() : message.within();
    }

    @Nullable
    Duration acceptanceSpan() {
        return terms.acceptWithin();
    }

    /** The partner learns at once. */
    Plan escalated(Plan plan) {
        return new Plan(plan.from(), plan.due(), atOnce(Level.PARTNER, plan), plan.reckoned());
    }

    private List<LadderStep> atOnce(Level level, Plan plan) {
        var ladder = new ArrayList<>(plan.ladder());
        ladder.removeIf(step -> step.level() == level);
        ladder.addFirst(new LadderStep(level, at));
        return ladder;
    }

    /** Whether the day on which a promise falls due is open under these terms. */
    boolean endsAnOpenDay(Obligation promise) {
        var day = promise.promisedFor();
        return calendar.isOpen(day == null || promise.promisedTime() == null ? dayOf(promise.due()) : day);
    }

    /** The same due time, on a day that the firm has closed since: the holder is warned at once. */
    Plan onAClosedDay(Plan plan) {
        return new Plan(at, plan.due(), atOnce(Level.WARNING, plan), reckoned(PROMISED_DAY_CLOSED));
    }

    private Plan plan(ObligationKind kind, Instant due, String rule) {
        return plan(kind, due, dayOf(due), rule);
    }

    /** @param day from which the ladder counts */
    private Plan plan(ObligationKind kind, Instant due, LocalDate day, String rule) {
        return new Plan(at, due, ladder(policy.ladder(kind), due, day), reckoned(rule));
    }

    private Reckoned reckoned(String rule) {
        return new Reckoned(rule, terms.calendar(), terms.calendarVersion(), terms.policyVersion());
    }

    private List<LadderStep> ladder(List<Rung> rungs, Instant due, LocalDate day) {
        return rungs.stream()
                .map(rung -> new LadderStep(rung.level(), when(rung.workingDays(), due, day)))
                .filter(step -> step.at().isAfter(at))
                .toList();
    }

    private Instant when(int workingDays, Instant due, LocalDate day) {
        if (workingDays == 0) {
            return due;
        }
        return workingDays > 0
                ? calendar.closeOf(calendar.nthWorkingDayAfter(day, workingDays))
                : calendar.closeOf(calendar.nthWorkingDayBefore(day, -workingDays));
    }

    /** The date that ends with an instant: a day that closes at midnight is that day's, not the next one's. */
    private LocalDate dayOf(Instant end) {
        return calendar.localDate(end.minusNanos(1));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
