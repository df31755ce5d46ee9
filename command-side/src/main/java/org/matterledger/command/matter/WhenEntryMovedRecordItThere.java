package org.matterledger.command.matter;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.matterledger.command.CausedCommands;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.EntryEvent.EntryMoved;

/** An entry that belongs to another matter is recorded there too, at the time at which it happened (rules.md 1.8, 17). */
final class WhenEntryMovedRecordItThere {

    @EventHandler
    void on(EntryMoved event, EventMessage<?> message, CausedCommands commands) {
        commands.send(new TakeOverEntry(event.to(), event.about()), message, "record-it-there");
    }
}
