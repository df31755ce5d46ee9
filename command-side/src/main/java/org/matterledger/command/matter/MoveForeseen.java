package org.matterledger.command.matter;

import java.util.List;
import java.util.Set;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ObligationEvent.BreachReassessed;

/** What moving an entry would bring about in the matter to which it goes. */
final class MoveForeseen {

    private MoveForeseen() {}

    /** Whether a move, made now, takes a breach back in the matter to which it goes. */
    static boolean takesABreachBack(MoveEntry move, StreamReader streams, LedgerTime now) {
        var to = move.to().value();
        var there = WholeMatter.read(streams.readThrough(Set.of(to)).getOrDefault(to, List.of()));
        var facts = Facts.about(there, streams, move.matterId().value());
        var command = new TakeOverEntry(move.to(), move.about());
        var outcome = Consequences.of(there, facts, now, present -> TakingOver.decide(present, command, facts));
        return outcome instanceof Outcome.Recorded recorded
                && recorded.events().stream().anyMatch(BreachReassessed.class::isInstance);
    }
}
