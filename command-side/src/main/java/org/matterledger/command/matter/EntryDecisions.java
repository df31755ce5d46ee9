package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ANOTHER_PERSON_AGREES;
import static org.matterledger.command.matter.MatterRule.CORRECTION_WAS_ASKED_FOR;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ENTRY_MOVES_TO_ANOTHER_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_A_BREACH_IS_EXCUSED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.THREAD_HAS_A_SUBJECT;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.AdoptLateEntry;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.CorrectionCommand;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.ExcuseBreach;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.OpenThread;
import org.matterledger.command.matter.EntryCommand.ReportFailure;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.AnswerWaived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.values.EntryId;
import org.matterledger.values.Reassessment;

/** What becomes of entries: nothing recorded is changed, a new event names what was wrong (rules.md 1.8, 17). */
final class EntryDecisions {

    private EntryDecisions() {}

    static Outcome decide(MatterState state, EntryCommand command, Facts facts, LedgerTime now) {
        return switch (command) {
            case OpenThread thread -> open(thread, now);
            case ReportFailure failure -> failed(state, failure, facts, now);
            case WaiveAnswer waiver ->
                of(state, waiver.about(), facts)
                        ? entry(
                                waiver.about().value(),
                                new AnswerWaived(
                                        waiver.matterId(), waiver.about(), waiver.by(), waiver.reason(), now.instant()))
                        : refusedBy(ENTRY_IS_OF_THIS_MATTER);
            case CorrectionCommand correction -> correct(state, correction, facts, now);
            case AgreeToCorrection agreement ->
                waiting(state, agreement.request(), agreement.by())
                        .orElseGet(() -> agreed(state, agreement.request(), now));
            case DeclineCorrection refusal ->
                state.corrections()
                        .find(refusal.request())
                        .map(asked -> events(new CorrectionDeclined(
                                refusal.matterId(),
                                asked.about(),
                                refusal.request(),
                                refusal.by(),
                                refusal.reason(),
                                now.instant())))
                        .orElseGet(() -> refusedBy(CORRECTION_WAS_ASKED_FOR));
            case AdoptLateEntry adoption ->
                of(state, adoption.about(), facts)
                        ? events(new LateEntryAdopted(
                                adoption.matterId(), adoption.about(), adoption.by(), adoption.reason(), now.instant()))
                        : refusedBy(ENTRY_IS_OF_THIS_MATTER);
            case ExcuseBreach excuse -> excuse(state, excuse);
            case TakeOverEntry takeOver -> TakingOver.decide(state, takeOver, facts);
        };
    }

    private static Outcome open(OpenThread command, LedgerTime now) {
        return command.subject() == null
                ? refusedBy(THREAD_HAS_A_SUBJECT)
                : entry(
                        command.threadId().value(),
                        new ThreadOpened(
                                command.matterId(),
                                command.threadId(),
                                command.subject(),
                                command.source(),
                                now.instant()));
    }

    private static Outcome failed(MatterState state, ReportFailure command, Facts facts, LedgerTime now) {
        if (ContactFacts.tooEarly(command.occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        return of(state, command.about(), facts)
                ? entry(
                        command.about().value(),
                        new DeliveryFailed(command.matterId(), command.about(), command.source(), command.occurredAt()))
                : refusedBy(ENTRY_IS_OF_THIS_MATTER);
    }

    /** Takes effect at once, unless a breach would vanish: then a second person has to agree. */
    private static Outcome correct(MatterState state, CorrectionCommand command, Facts facts, LedgerTime now) {
        if (!of(state, command.about(), facts)) {
            return refusedBy(ENTRY_IS_OF_THIS_MATTER);
        }
        if (command instanceof MoveEntry move && move.to().equals(move.matterId())) {
            return refusedBy(ENTRY_MOVES_TO_ANOTHER_MATTER);
        }
        if (command instanceof CorrectEntry correction
                && correction.correction().occurredAt() != null
                && ContactFacts.tooEarly(correction.correction().occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        var effect = effect(request(state, command, now), null, now);
        var vanishing =
                Consequences.preview(state, facts, now, effect).stream().anyMatch(BreachReassessed.class::isInstance);
        if (vanishing) {
            var request = request(state, command, now);
            return entry(request.request().value(), request);
        }
        return entry(command.about().value(), effect);
    }

    private static CorrectionRequested request(MatterState state, CorrectionCommand command, LedgerTime now) {
        return new CorrectionRequested(
                command.matterId(),
                command.about(),
                state.nextEntry(),
                command instanceof CorrectEntry correction ? correction.correction() : null,
                command instanceof MoveEntry move ? move.to() : null,
                command.by(),
                command.reason(),
                command.evidence(),
                now.instant());
    }

    private static EntryEvent effect(CorrectionRequested asked, @Nullable EntryId request, LedgerTime now) {
        if (asked.correction() != null) {
            return new EntryCorrected(
                    asked.matterId(),
                    asked.about(),
                    asked.correction(),
                    asked.reason(),
                    asked.evidence(),
                    request,
                    now.instant());
        }
        return asked.to() != null
                ? new EntryMoved(
                        asked.matterId(),
                        asked.about(),
                        asked.to(),
                        asked.reason(),
                        asked.evidence(),
                        request,
                        now.instant())
                : new EntryWithdrawn(
                        asked.matterId(), asked.about(), asked.reason(), asked.evidence(), request, now.instant());
    }

    private static Outcome agreed(MatterState state, EntryId request, LedgerTime now) {
        return state.corrections()
                .find(request)
                .map(asked -> entry(asked.about().value(), effect(asked, request, now)))
                .orElseGet(Outcome::nothingNew);
    }

    private static Optional<Outcome> waiting(MatterState state, EntryId request, Object by) {
        var asked = state.corrections().find(request);
        if (asked.isEmpty()) {
            return Optional.of(refusedBy(CORRECTION_WAS_ASKED_FOR));
        }
        return Objects.equals(asked.get().by(), by) ? Optional.of(refusedBy(ANOTHER_PERSON_AGREES)) : Optional.empty();
    }

    private static Outcome excuse(MatterState state, ExcuseBreach command) {
        var owed = state.duties().find(command.about());
        if (owed != null && owed.excused()) {
            return nothingNew();
        }
        if (owed == null || owed.breachedAt() == null) {
            return refusedBy(ONLY_A_BREACH_IS_EXCUSED);
        }
        return events(new BreachReassessed(
                command.matterId(),
                command.about(),
                Reassessment.EXCUSED,
                null,
                command.by(),
                null,
                command.reason(),
                owed.breachedAt()));
    }

    /** Whether it is something that was said in this matter; agreements and verdicts have acts of their own. */
    private static boolean of(MatterState state, EntryId entry, Facts facts) {
        if (!entry.matter().equals(state.matter().matterId()) || entry.sequence() >= state.events()) {
            return false;
        }
        var recalled = state.duties().happenings().stream()
                .filter(happening -> happening.sequence() == entry.sequence())
                .toList();
        if (recalled.isEmpty() && state.duties().keptSince() != null) {
            return facts.wholeMatter().get((int) entry.sequence()) instanceof ContactEvent;
        }
        return recalled.stream()
                .anyMatch(happening ->
                        happening instanceof Happening.ClientWrote || happening instanceof Happening.FirmWrote);
    }
}
