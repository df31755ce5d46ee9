package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_A_BREACH_IS_EXCUSED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.THREAD_HAS_A_SUBJECT;

import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.AdoptLateEntry;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.CorrectionCommand;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.ExcuseBreach;
import org.matterledger.command.matter.EntryCommand.OpenThread;
import org.matterledger.command.matter.EntryCommand.ReportFailure;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.events.EntryEvent.DeliveryFailed;
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
            case WaiveAnswer waiver -> new Correcting(state, facts, now).waive(waiver);
            case CorrectionCommand correction -> new Correcting(state, facts, now).correct(correction);
            case AgreeToCorrection agreement ->
                new Correcting(state, facts, now).agree(agreement.request(), agreement.by());
            case DeclineCorrection refusal -> new Correcting(state, facts, now).decline(refusal);
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
    static boolean of(MatterState state, EntryId entry, Facts facts) {
        if (!entry.matter().equals(state.matter().matterId()) || entry.sequence() >= state.events()) {
            return false;
        }
        var recalled = state.duties().happenings().stream()
                .filter(happening -> happening.sequence() == entry.sequence())
                .toList();
        return recalled.isEmpty() && state.duties().keptSince() != null
                ? WholeMatter.read(facts.wholeMatter()).duties().happenings().stream()
                        .anyMatch(happening -> happening.sequence() == entry.sequence() && said(happening))
                : recalled.stream().anyMatch(EntryDecisions::said);
    }

    private static boolean said(Happening happening) {
        return happening instanceof Happening.ClientWrote || happening instanceof Happening.FirmWrote;
    }
}
