package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.MATTER_HAS_A_CALENDAR;
import static org.matterledger.command.matter.MatterRule.MATTER_IS_OPEN;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_WORKS_HERE;
import static org.matterledger.command.matter.MatterRule.SILENCE_HAS_A_LIMIT;

import java.util.Objects;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.MatterCommand.CloseMatter;
import org.matterledger.command.matter.MatterCommand.ReplaceResponsible;
import org.matterledger.command.matter.TermsCommand.AgreeAnswerTimes;
import org.matterledger.command.matter.TermsCommand.AgreeHours;
import org.matterledger.command.matter.TermsCommand.AgreeSilenceLimit;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.TermsEvent.AnswerTimesAgreed;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;

/** On what terms the firm serves a matter's client, who does, and until when. */
final class TermsDecisions {

    /** No client agrees to be forgotten. */
    static final int LONGEST_SILENCE = 365;

    private TermsDecisions() {}

    static Outcome decide(MatterState state, TermsCommand command, Facts facts, LedgerTime now) {
        if (state.closed()) {
            return refusedBy(MATTER_IS_OPEN);
        }
        var terms = state.terms().latest();
        return switch (command) {
            case AgreeHours hours ->
                hours.calendarId().equals(terms.calendar())
                        ? nothingNew()
                        : facts.current(hours.calendarId())
                                .map(calendar -> events(new HoursAgreed(
                                        hours.matterId(),
                                        hours.calendarId(),
                                        calendar.version(),
                                        hours.evidence(),
                                        now.instant())))
                                .orElseGet(() -> refusedBy(MATTER_HAS_A_CALENDAR));
            case AgreeSilenceLimit limit -> decide(terms, limit, now);
            case AgreeAnswerTimes times ->
                Objects.equals(times.cutOff(), terms.cutOff())
                                && Objects.equals(times.replyWithin(), terms.replyWithin())
                                && Objects.equals(times.acceptWithin(), terms.acceptWithin())
                        ? nothingNew()
                        : events(new AnswerTimesAgreed(
                                times.matterId(),
                                times.cutOff(),
                                times.replyWithin(),
                                times.acceptWithin(),
                                times.evidence(),
                                now.instant()));
        };
    }

    private static Outcome decide(Terms.Period terms, AgreeSilenceLimit limit, LedgerTime now) {
        if (limit.days() < 1 || limit.days() > LONGEST_SILENCE) {
            return refusedBy(SILENCE_HAS_A_LIMIT);
        }
        return Objects.equals(limit.days(), terms.silenceLimit())
                ? nothingNew()
                : events(new SilenceLimitAgreed(limit.matterId(), limit.days(), limit.evidence(), now.instant()));
    }

    static Outcome decide(MatterState state, ReplaceResponsible command, Facts facts, LedgerTime now) {
        if (state.closed()) {
            return refusedBy(MATTER_IS_OPEN);
        }
        if (command.responsible().equals(state.servedBy())) {
            return nothingNew();
        }
        return facts.rolesOf(command.responsible()).isEmpty()
                ? refusedBy(RESPONSIBLE_WORKS_HERE)
                : events(new ResponsibleReplaced(command.matterId(), command.responsible(), now.instant()));
    }

    static Outcome decide(MatterState state, CloseMatter command, LedgerTime now) {
        return state.closed()
                ? nothingNew()
                : events(new MatterClosed(command.matterId(), command.reason(), now.instant()));
    }
}
