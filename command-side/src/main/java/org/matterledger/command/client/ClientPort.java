package org.matterledger.command.client;

import java.util.HashSet;
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
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
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
        if (events(client).isEmpty()) {
            commands.send(caller, new RegisterClient(client, confidential.seal(client.value(), name), null));
        }
    }

    /**
     * Who speaks for a client, and who did and was erased, when it was asked.
     *
     * @param named what the firm itself said of a person stands
     * @param erased is to be spoken of no more
     */
    public record Persons(Set<PersonId> named, Set<PersonId> erased) {

        /** Whether the client said anything of the person. */
        public boolean know(PersonId person) {
            return named.contains(person) || erased.contains(person);
        }
    }

    /** Asked once for all whom a mailbox shows: a company may have thousands. */
    public Persons persons(ClientId client) {
        var named = new HashSet<PersonId>();
        var erased = new HashSet<PersonId>();
        for (var event : events(client)) {
            if (event instanceof ContactPersonNamed naming) {
                named.add(naming.personId());
            } else if (event instanceof ContactPersonErased erasure) {
                named.remove(erasure.personId());
                erased.add(erasure.personId());
            }
        }
        return new Persons(named, erased);
    }

    /**
     * Names a contact person, of whom the client said nothing, with a mail address.
     *
     * @param name sealed with the person's key, as is the address
     */
    public void name(
            Caller caller, ClientId client, PersonId person, String name, String mailAddress, Standing standing) {
        var key = person.value();
        var address = new ContactAddress(ChannelKind.MAIL, confidential.seal(key, mailAddress));
        commands.send(
                caller,
                new NameContactPerson(client, person, confidential.seal(key, name), List.of(address), standing));
    }

    private List<LedgerEvent> events(ClientId client) {
        return streams.read(Set.of(client.value())).getOrDefault(client.value(), List.of());
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
