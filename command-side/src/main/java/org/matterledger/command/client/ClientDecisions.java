package org.matterledger.command.client;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.client.ClientRule.CLIENT_REGISTERED_ONCE;
import static org.matterledger.command.client.ClientRule.ERASED_PERSON_STAYS_ERASED;
import static org.matterledger.command.client.ClientRule.ONLY_A_NAMED_PERSON_IS_ERASED;

import java.util.Objects;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.client.ClientCommand.EraseContactPerson;
import org.matterledger.command.client.ClientCommand.NameContactPerson;
import org.matterledger.command.client.ClientCommand.RegisterClient;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;

/** Who is a client of the firm, and who speaks for it. */
final class ClientDecisions {

    private ClientDecisions() {}

    static Outcome decide(ClientState state, RegisterClient command, LedgerTime now) {
        var known = state.registered();
        if (known != null) {
            var same = known.name().equals(command.name()) && Objects.equals(known.source(), command.source());
            return same ? nothingNew() : refusedBy(CLIENT_REGISTERED_ONCE);
        }
        return events(new ClientRegistered(command.clientId(), command.name(), command.source(), now.instant()));
    }

    static Outcome decide(ClientState state, NameContactPerson command, LedgerTime now) {
        if (state.erased().contains(command.personId())) {
            return refusedBy(ERASED_PERSON_STAYS_ERASED);
        }
        var person = command.personId().value();
        var known = state.named().get(command.personId());
        if (known != null && tellsTheSame(known, command)) {
            return nothingNew(person);
        }
        return entry(
                person,
                new ContactPersonNamed(
                        command.clientId(),
                        command.personId(),
                        command.name(),
                        command.addresses(),
                        command.standing(),
                        now.instant()));
    }

    static Outcome decide(ClientState state, EraseContactPerson command, LedgerTime now) {
        if (state.erased().contains(command.personId())) {
            return nothingNew();
        }
        if (!state.named().containsKey(command.personId())) {
            return refusedBy(ONLY_A_NAMED_PERSON_IS_ERASED);
        }
        return events(new ContactPersonErased(command.clientId(), command.personId(), now.instant()));
    }

    private static boolean tellsTheSame(ContactPersonNamed known, NameContactPerson command) {
        return known.name().equals(command.name())
                && known.addresses().equals(command.addresses())
                && known.standing() == command.standing();
    }
}
