package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;

import java.util.List;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.LedgerEvent;

/** Records here what was recorded in another matter by mistake, at the time at which it happened. */
final class TakingOver {

    private TakingOver() {}

    static Outcome decide(MatterState state, TakeOverEntry command, Facts facts) {
        var there = facts.streams().getOrDefault(command.from().matter().value(), List.of());
        var sequence = (int) command.from().sequence();
        return sequence < there.size()
                ? taken(state, command, there.get(sequence))
                : refusedBy(ENTRY_IS_OF_THIS_MATTER);
    }

    private static Outcome taken(MatterState state, TakeOverEntry command, LedgerEvent told) {
        var id = state.nextEntry();
        var matter = command.matterId();
        var from = command.from();
        return switch (told) {
            case MessageReceived m ->
                entry(
                        id.value(),
                        new MessageReceived(
                                matter,
                                id,
                                m.from(),
                                m.channel(),
                                null,
                                m.subject(),
                                m.digest(),
                                m.deviations(),
                                m.source(),
                                null,
                                null,
                                m.nature(),
                                m.urgency(),
                                from,
                                null,
                                m.noAnswerSuggested(),
                                m.evidence(),
                                m.occurredAt()));
            case MessageSent m ->
                entry(
                        id.value(),
                        new MessageSent(
                                matter,
                                id,
                                m.by(),
                                m.to(),
                                m.channel(),
                                m.agreement(),
                                m.nature(),
                                m.subject(),
                                m.digest(),
                                m.promisedFor(),
                                m.nextContactBy(),
                                m.deviations(),
                                m.source(),
                                null,
                                null,
                                from,
                                null,
                                m.evidence(),
                                m.occurredAt()));
            case CallHeld c ->
                entry(
                        id.value(),
                        new CallHeld(
                                matter,
                                id,
                                c.callFrom(),
                                c.person(),
                                c.staff(),
                                c.channel(),
                                null,
                                c.nature(),
                                c.urgency(),
                                c.answered(),
                                c.note(),
                                c.deviations(),
                                c.source(),
                                null,
                                null,
                                from,
                                c.occurredAt()));
            default -> nothingNew();
        };
    }
}
