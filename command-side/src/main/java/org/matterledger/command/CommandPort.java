package org.matterledger.command;

import java.util.List;

/** Where controllers and automations hand in commands. What it answers is durable. */
public interface CommandPort {

    /**
     * Lets the command's stream decide, in one append with the caller's key and references.
     *
     * @param references the caller's own numbers for what the command creates or reports; claimed together with it
     * @return what was recorded, or what the first request under the same key or reference recorded
     * @throws Refused when a rule of the ledger forbids it
     */
    Receipt send(Caller caller, LedgerCommand command, List<Caller.Reference> references);

    default Receipt send(Caller caller, LedgerCommand command) {
        return send(caller, command, Caller.NONE);
    }
}
