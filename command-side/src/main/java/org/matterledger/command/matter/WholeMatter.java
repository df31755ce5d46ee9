package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.MatterHistories.Assumption;
import org.matterledger.command.MatterHistories.History;
import org.matterledger.command.MatterHistories.Owed;
import org.matterledger.command.MatterHistories.Result;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Lag;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.WorkCalendar;

/**
 * A matter that forgot nothing, told up to an instant. Pure.
 *
 * @param terms by which it is told: its own, or assumed ones
 */
record WholeMatter(MatterState state, Terms terms, Yardsticks yardsticks, Collection<Obligation> owed) {

    static MatterState read(List<LedgerEvent> events) {
        var state = MatterState.BLANK;
        for (var event : events) {
            state = state.evolveWhole((MatterEvent) event);
        }
        return state;
    }

    /** What the verdicts tell. */
    static WholeMatter recorded(MatterState state, Yardsticks yardsticks) {
        return new WholeMatter(state, state.terms(), yardsticks, state.duties().owed());
    }

    /** What the facts come to, all at once; what a reviewer excused stays excused. */
    static WholeMatter reckoned(MatterState state, Yardsticks recorded, Assumption assumed, Instant until) {
        var terms = state.terms().assuming(assumed.silenceLimit(), assumed.cutOff());
        var yardsticks = assumed.calendar() == null ? recorded : recorded.by(assumed.calendar());
        var opened = state.matter();
        var happenings = state.duties().happenings();
        var last = happenings.isEmpty() ? until : happenings.getLast().at();
        var reckoned = Reckoning.of(
                opened.matterId(),
                opened.responsible(),
                terms,
                yardsticks,
                happenings,
                List.of(),
                Instant.MIN,
                last.isAfter(until) ? last : until);
        var excused = excused(state);
        return new WholeMatter(
                state,
                terms,
                yardsticks,
                reckoned.values().stream()
                        .map(owe -> excused.containsKey(owe.id()) ? owe.pardoned() : owe)
                        .toList());
    }

    private static Map<ObligationId, Obligation> excused(MatterState state) {
        return state.duties().owed().stream()
                .filter(Obligation::excused)
                .collect(Collectors.toMap(Obligation::id, owe -> owe));
    }

    /**
     * Every duty that there was by an instant, as it stood then.
     *
     * @param client what the client is called
     */
    History until(Instant until, ConfidentialText client) {
        var latest = terms.at(until);
        var policy = latest.policy() == null ? null : yardsticks.policy(latest.policyVersion());
        return new History(
                state.matter().matterId(),
                state.matter().title(),
                client,
                yardsticks.calendar(latest.calendar(), latest.calendarVersion()).zone(),
                latest.silenceLimit() != null || policy == null ? latest.silenceLimit() : policy.silenceLimit(),
                owed.stream()
                        .flatMap(owe -> at(owe, until).stream())
                        .map(owe -> told(owe, until))
                        .toList());
    }

    /** A duty as it stood at an instant, by what is known now; none where it was not armed by then, or never was. */
    private Optional<Obligation> at(Obligation owe, Instant until) {
        if (owe.reckonedAway() || owe.armedAt().isAfter(until)) {
            return Optional.empty();
        }
        var ending = owe.ending();
        var first = owe.plans().getFirst();
        var stood = owe.open(breachFell(owe).isAfter(until) ? null : owe.breachedAt())
                .planned(owe.plans().stream()
                        .filter(plan -> !plan.from().isAfter(until))
                        .reduce(first, (older, younger) -> younger));
        return Optional.of(ending == null || ending.at().isAfter(until) ? stood : stood.ended(ending));
    }

    /** When it was certain: at once, but for a notice of delay when its promise falls or is made again (4.9, 5). */
    private Instant breachFell(Obligation owe) {
        if (owe.breachedAt() == null || owe.kind() != ObligationKind.DELAY_NOTICE) {
            return owe.breachedAt() == null ? Instant.MAX : owe.breachedAt();
        }
        return owed.stream()
                .filter(promise -> promise.id().value().equals(owe.subject()))
                .findFirst()
                .map(promise -> promise.ending() != null && promise.ending().end() == Obligation.End.REPLACED
                        ? promise.ending().at()
                        : promise.due())
                .orElse(owe.breachedAt());
    }

    private Owed told(Obligation owe, Instant until) {
        var ending = owe.ending();
        var end = ending == null ? until : ending.at();
        var calendar = calendar(owe.startedAt());
        return new Owed(
                owe.id(),
                owe.kind(),
                owe.startedAt(),
                owe.due(),
                owe.breachedAt(),
                ending == null ? Result.OPEN : result(ending),
                ending == null ? null : ending.at(),
                new Lag(calendar.elapsed(owe.startedAt(), end), between(owe.startedAt(), end)),
                workingDays(calendar, owe.startedAt(), end),
                owe.kind() == ObligationKind.KEEP_INFORMED ? asked(owe.startedAt(), end) : null);
    }

    private static Result result(Obligation.Ending ending) {
        return switch (ending.end()) {
            case FULFILLED -> Result.FULFILLED;
            case REPLACED -> ending.withNotice() ? Result.REPLACED_WITH_NOTICE : Result.REPLACED_WITHOUT_NOTICE;
            case CANCELLED -> Result.CANCELLED;
        };
    }

    private WorkCalendar calendar(Instant at) {
        var period = terms.at(at);
        return yardsticks.calendar(period.calendar(), period.calendarVersion());
    }

    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static int workingDays(WorkCalendar calendar, Instant from, Instant to) {
        var first = calendar.localDate(from).plusDays(1);
        var after = calendar.localDate(to).plusDays(1);
        return first.isBefore(after)
                ? (int) first.datesUntil(after).filter(calendar::isOpen).count()
                : 0;
    }

    /** When the client first wrote between two instants, but for what needed no answer. */
    private @Nullable Instant asked(Instant from, Instant to) {
        return state.duties().happenings().stream()
                .filter(happening -> happening instanceof ClientWrote message
                        && message.contact()
                        && !message.needless()
                        && message.at().isAfter(from)
                        && message.at().isBefore(to)
                        && !waived(message))
                .map(Happening::at)
                .findFirst()
                .orElse(null);
    }

    private boolean waived(ClientWrote message) {
        return state.duties().happenings().stream()
                .anyMatch(other ->
                        other instanceof Happening.AnswerWaived waived && waived.message() == message.sequence());
    }
}
