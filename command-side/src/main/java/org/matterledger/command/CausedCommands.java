package org.matterledger.command;

import org.axonframework.eventhandling.EventMessage;

/**
 * Where sagas and automations hand in the commands that follow from an event. What an event causes is caused once, however
 * often the event is handled: after a failure, by another node, or when a saga is rebuilt from the first event.
 */
public interface CausedCommands {

    /**
     * Lets the command's stream decide, unless the same effect of the same event was decided before. The command inherits
     * the event's ledger time and origin; its actor is the ledger.
     *
     * @param effect names what the event causes, among all that it causes; stable, since it is stored in effect for ever
     * @return what was recorded, now or when the effect was first decided
     * @throws Refused when a rule of the ledger forbids it; the refusal stands as well
     */
    Receipt send(LedgerCommand command, EventMessage<?> cause, String effect);
}
