package org.matterledger.command.client;

import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Erasure;
import org.matterledger.command.Receipt;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;
import org.matterledger.values.ClientId;
import org.matterledger.values.PersonId;
import org.springframework.stereotype.Component;

/** Forgets a contact person without a request: whoever runs the ledger may have to while nobody can sign in. */
@Component
public final class ClientPort {

    private final CommandPort commands;
    private final Erasure erasure;

    ClientPort(CommandPort commands, Erasure erasure) {
        this.commands = commands;
        this.erasure = erasure;
    }

    /**
     * Records that a contact person was erased, then destroys the person's key; doing so again records nothing.
     *
     * @throws org.matterledger.command.Refused when the client never named the person (R004-15); the key stands then
     */
    public Receipt erase(ClientId client, PersonId person) {
        var receipt = commands.send(
                new Caller("ledger", null, Set.of(), null, "", null, "live", null),
                new EraseContactPerson(client, person));
        erasure.erase(person.value());
        return receipt;
    }
}
