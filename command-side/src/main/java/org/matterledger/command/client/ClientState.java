package org.matterledger.command.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.ClientEvent;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.PersonId;

/**
 * @param registered as it was told at registration; absent before
 * @param named the newest word about each contact person
 * @param erased who was a contact person and is erased
 */
record ClientState(@Nullable ClientRegistered registered, Map<PersonId, ContactPersonNamed> named, Set<PersonId> erased)
        implements LedgerState<ClientState> {

    static final ClientState BLANK = new ClientState(null, Map.of(), Set.of());

    ClientState {
        named = Map.copyOf(named);
        erased = Set.copyOf(erased);
    }

    @Override
    public ClientState evolve(LedgerEvent event) {
        return switch ((ClientEvent) event) {
            case ClientRegistered registration -> new ClientState(registration, named, erased);
            case ContactPersonNamed naming -> with(naming);
            case ContactPersonErased erasure -> without(erasure.personId());
        };
    }

    private ClientState with(ContactPersonNamed naming) {
        var persons = new HashMap<>(named);
        persons.put(naming.personId(), naming);
        return new ClientState(registered, persons, erased);
    }

    private ClientState without(PersonId person) {
        var persons = new HashMap<>(named);
        persons.remove(person);
        var gone = new HashSet<>(erased);
        gone.add(person);
        return new ClientState(registered, persons, gone);
    }
}
