package org.matterledger.command.client;

import java.util.List;
import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Erasure;
import org.matterledger.command.Receipt;
import org.matterledger.command.StreamReader;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;
import org.matterledger.command.client.ClientCommand.NameContactPerson;
import org.matterledger.command.client.ClientCommand.RegisterClient;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Standing;
import org.springframework.stereotype.Component;

/**
 * The firm's clients, for whoever knows of them without a request: takes in clients of whom a mailbox tells, and forgets
 * a contact person while nobody can sign in.
 */
@Component
public final class ClientPort {

    private final CommandPort commands;
    private final Erasure erasure;
    private final Confidential confidential;
    private final StreamReader streams;

    ClientPort(CommandPort commands, Erasure erasure, Confidential confidential, StreamReader streams) {
        this.commands = commands;
        this.erasure = erasure;
        this.confidential = confidential;
        this.streams = streams;
    }

    /** Registers a client under an id, unless there is one. @param name sealed with the client's key */
    public void register(Caller caller, ClientId client, String name) {
        if (state(client).registered() == null) {
            commands.send(caller, new RegisterClient(client, confidential.seal(client.value(), name), null));
        }
    }

    /**
     * Names a contact person with a mail address, unless the client named the person before or had the person erased: what
     * the firm itself said of a person stands.
     *
     * @param name sealed with the person's key, as is the address
     */
    public void name(
            Caller caller, ClientId client, PersonId person, String name, String mailAddress, Standing standing) {
        var known = state(client);
        if (!known.named().containsKey(person) && !known.erased().contains(person)) {
            var key = person.value();
            var address = new ContactAddress(ChannelKind.MAIL, confidential.seal(key, mailAddress));
            commands.send(
                    caller,
                    new NameContactPerson(client, person, confidential.seal(key, name), List.of(address), standing));
        }
    }

    /** Who was erased, and is to be spoken of no more. */
    public Set<PersonId> erased(ClientId client) {
        return state(client).erased();
    }

    private ClientState state(ClientId client) {
        var stream = client.value();
        var state = ClientState.BLANK;
        for (LedgerEvent event : streams.read(Set.of(stream)).getOrDefault(stream, List.of())) {
            state = state.evolve(event);
        }
        return state;
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
