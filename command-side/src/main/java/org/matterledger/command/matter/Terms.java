package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.TermsEvent.AnswerTimesAgreed;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.PolicyAdopted;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;
import org.matterledger.values.CalendarId;
import org.matterledger.values.CutOff;
import org.matterledger.values.PolicyId;

/**
 * By which hours, limits and versions a matter's duties are reckoned, through its life. A fact meets the terms of its own
 * time, however late it is told.
 *
 * @param periods in the order of time; each holds until the next
 */
record Terms(List<Period> periods) {

    static final Terms NONE = new Terms(List.of());

    Terms {
        periods = List.copyOf(periods);
    }

    /**
     * What holds from an instant on.
     *
     * @param policy absent in a matter that was opened before the firm had a policy; nothing is owed by the clock there
     * @param silenceLimit local days, where another than the policy's was agreed
     */
    record Period(
            Instant from,
            CalendarId calendar,
            int calendarVersion,
            @Nullable PolicyId policy,
            int policyVersion,
            @Nullable Integer silenceLimit,
            @Nullable CutOff cutOff,
            @Nullable Duration replyWithin,
            @Nullable Duration acceptWithin) {

        private Period from(Instant start) {
            return new Period(
                    start,
                    calendar,
                    calendarVersion,
                    policy,
                    policyVersion,
                    silenceLimit,
                    cutOff,
                    replyWithin,
                    acceptWithin);
        }

        private Period withCalendar(CalendarId id, int version) {
            return new Period(
                    from, id, version, policy, policyVersion, silenceLimit, cutOff, replyWithin, acceptWithin);
        }

        private Period withPolicy(PolicyId id, int version) {
            return new Period(
                    from, calendar, calendarVersion, id, version, silenceLimit, cutOff, replyWithin, acceptWithin);
        }

        private Period withSilenceLimit(int days) {
            return new Period(
                    from, calendar, calendarVersion, policy, policyVersion, days, cutOff, replyWithin, acceptWithin);
        }

        private Period withCutOff(CutOff until) {
            return new Period(
                    from,
                    calendar,
                    calendarVersion,
                    policy,
                    policyVersion,
                    silenceLimit,
                    until,
                    replyWithin,
                    acceptWithin);
        }

        private Period withAnswerTimes(AnswerTimesAgreed agreed) {
            return new Period(
                    from,
                    calendar,
                    calendarVersion,
                    policy,
                    policyVersion,
                    silenceLimit,
                    agreed.cutOff(),
                    agreed.replyWithin(),
                    agreed.acceptWithin());
        }
    }

    static Terms of(MatterOpened opened) {
        var version = opened.policyVersion();
        return new Terms(List.of(new Period(
                opened.occurredAt(),
                opened.calendarId(),
                opened.calendarVersion(),
                opened.policyId(),
                version == null ? 0 : version,
                opened.silenceLimit(),
                null,
                null,
                null)));
    }

    Terms evolve(TermsEvent event) {
        return switch (event) {
            case HoursAgreed agreed ->
                changed(agreed.occurredAt(), p -> p.withCalendar(agreed.calendarId(), agreed.calendarVersion()));
            case SilenceLimitAgreed agreed -> changed(agreed.occurredAt(), p -> p.withSilenceLimit(agreed.days()));
            case AnswerTimesAgreed agreed -> changed(agreed.occurredAt(), p -> p.withAnswerTimes(agreed));
            case CalendarAdopted adopted ->
                changed(
                        adopted.occurredAt(),
                        p -> p.calendar().equals(adopted.calendarId())
                                ? p.withCalendar(adopted.calendarId(), adopted.calendarVersion())
                                : p);
            case PolicyAdopted adopted ->
                changed(adopted.occurredAt(), p -> p.withPolicy(adopted.policyId(), adopted.policyVersion()));
        };
    }

    /** As if another silence limit or cut-off had held from the first day on. */
    Terms assuming(@Nullable Integer silence, @Nullable CutOff until) {
        return new Terms(periods.stream()
                .map(period -> silence == null ? period : period.withSilenceLimit(silence))
                .map(period -> until == null ? period : period.withCutOff(until))
                .toList());
    }

    /** What held at an instant; what was before the opening meets the terms of the opening. */
    Period at(Instant instant) {
        var found = periods.getFirst();
        for (var period : periods) {
            if (period.from().isAfter(instant)) {
                break;
            }
            found = period;
        }
        return found;
    }

    /** What holds by the newest word. */
    Period latest() {
        return periods.getLast();
    }

    private Terms changed(Instant from, UnaryOperator<Period> change) {
        var changed = new ArrayList<Period>();
        for (var period : periods) {
            if (period.from().isBefore(from)) {
                changed.add(period);
            }
        }
        changed.add(change.apply(at(from).from(from)));
        for (var period : periods) {
            if (period.from().isAfter(from)) {
                changed.add(change.apply(period));
            }
        }
        return new Terms(changed);
    }
}
