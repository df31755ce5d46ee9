package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.matterledger.command.Foresight;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ContactCommand.ContactAct;
import org.matterledger.command.matter.EntryCommand.CorrectionCommand;
import org.matterledger.command.matter.TaskCommand.AcceptTask;
import org.matterledger.command.matter.TaskCommand.DeclineTask;
import org.matterledger.command.matter.TaskCommand.DeliverTask;
import org.matterledger.command.rest.Unknown;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.TermsEvent;

/** Lets a matter, told from its stream, decide on an act as it would be decided, and forgets it again. */
final class ForeseenActs implements Foresight {

    private final StreamReader streams;

    ForeseenActs(StreamReader streams) {
        this.streams = streams;
    }

    @Override
    public Foreseen of(LedgerCommand act, Instant now) {
        var matter = act.stream();
        var state = WholeMatter.read(streams.readThrough(Set.of(matter)).getOrDefault(matter, List.of()));
        if (state.opened() == null) {
            throw new Unknown();
        }
        var time = new LedgerTime(now);
        var outcome = switch (act) {
            case ContactAct writing -> {
                var facts = Facts.about(state, streams, writing.by().value());
                yield Consequences.of(state, facts, time, then -> ContactActs.decide(then, writing, facts, time));
            }
            case AcknowledgeComplaint known -> {
                var facts = Facts.about(state, streams, known.by().value());
                yield Consequences.of(state, facts, time, then -> ComplaintDecisions.decide(then, known, facts, time));
            }
            case AcceptTask task -> answered(state, task, task.by().value(), time);
            case DeclineTask task -> answered(state, task, task.by().value(), time);
            case DeliverTask task -> answered(state, task, task.by().value(), time);
            case CorrectionCommand wrong -> {
                var facts = Facts.about(state, streams);
                yield Consequences.of(state, facts, time, then -> EntryDecisions.decide(then, wrong, facts, time));
            }
            default -> throw new IllegalArgumentException("No form asks for this, so it is not foreseen: " + act);
        };
        return foreseen(outcome);
    }

    private Outcome answered(MatterState state, TaskCommand task, String by, LedgerTime time) {
        var facts = Facts.withActing(state, streams, time, by);
        return Consequences.of(state, facts, time, then -> TaskDecisions.decide(then, task, facts, time));
    }

    private static Foreseen foreseen(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                new Foreseen(
                        null,
                        following(recorded),
                        recorded.events().stream().anyMatch(CorrectionRequested.class::isInstance));
            case Outcome.NothingNew same -> new Foreseen(null, List.of(), false);
            case Outcome.Refusal refusal -> Foreseen.refusedBy(refusal.rule(), refusal.detail());
        };
    }

    /** What the act itself brings about, and not the time that passed before it. */
    private static List<ObligationEvent> following(Outcome.Recorded recorded) {
        return recorded.events().stream()
                .dropWhile(event -> event instanceof ObligationEvent || event instanceof TermsEvent)
                .filter(ObligationEvent.class::isInstance)
                .map(ObligationEvent.class::cast)
                .toList();
    }
}
