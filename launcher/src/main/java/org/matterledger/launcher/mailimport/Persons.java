package org.matterledger.launcher.mailimport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Refused;
import org.matterledger.command.StreamReader;
import org.matterledger.command.client.ClientPort;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Standing;

/** Who speaks for a client, by mail address: as the client named them, and the rest as the letters show them. */
final class Persons {

    private final ClientPort clients;
    private final StreamReader streams;
    private final ConfidentialReader confidential;
    private final ImportIds ids;

    Persons(ClientPort clients, StreamReader streams, ConfidentialReader confidential, ImportIds ids) {
        this.clients = clients;
        this.streams = streams;
        this.confidential = confidential;
        this.ids = ids;
    }

    /**
     * The persons of one client.
     *
     * @param principal with whom the firm speaks; absent where neither the client nor a letter names anybody
     * @param erased who is not to be written of; their subject lines are left out
     */
    record OfClient(
            ClientId client,
            Map<String, PersonId> byAddress,
            @Nullable PersonId principal,
            Set<PersonId> erased) {

        @Nullable
        PersonId of(String address) {
            return byAddress.get(address);
        }
    }

    /** Registers a client with everybody whom letters show; what the ledger has stays as it is. */
    OfClient takeIn(ClientId client, PlannedClient planned, boolean ofTheLedger) {
        if (!ofTheLedger) {
            clients.register(Callers.at(planned.first()), client, planned.name());
        }
        var known = clients.persons(client);
        var named = named(client);
        var byAddress = new HashMap<>(named.byAddress);
        var principal = planned.principal().orElse(null);
        for (var person : planned.persons()) {
            if (!byAddress.containsKey(person.address())) {
                var id = ids.person(client, person.address());
                byAddress.put(person.address(), id);
                if (!known.know(id)) {
                    name(client, id, person, named.principal == null && person == principal);
                }
            }
        }
        var speaks =
                named.principal == null && principal != null ? byAddress.get(principal.address()) : named.principal;
        return new OfClient(client, byAddress, speaks, clients.persons(client).erased());
    }

    /** Whoever wrote for a client may be told in its place, until the firm says otherwise. */
    private void name(ClientId client, PersonId id, PlannedClient.Person person, boolean principal) {
        try {
            clients.name(
                    Callers.at(person.first()),
                    client,
                    id,
                    person.name(),
                    person.address(),
                    principal ? Standing.PRINCIPAL : Standing.DELEGATE);
        } catch (Refused erased) {
            if (!clients.persons(client).erased().contains(id)) {
                throw erased;
            }
        }
    }

    private record Named(
            Map<String, PersonId> byAddress, @Nullable PersonId principal) {}

    private Named named(ClientId client) {
        var byAddress = new HashMap<String, PersonId>();
        var principals = new HashSet<PersonId>();
        for (var event : streams.read(Set.of(client.value())).getOrDefault(client.value(), List.of())) {
            if (event instanceof ContactPersonNamed named) {
                addresses(named.addresses()).forEach(address -> byAddress.put(address, named.personId()));
                if (named.standing() == Standing.PRINCIPAL) {
                    principals.add(named.personId());
                }
            } else if (event instanceof ContactPersonErased erased) {
                byAddress.values().removeIf(erased.personId()::equals);
                principals.remove(erased.personId());
            }
        }
        return new Named(byAddress, principals.stream().findFirst().orElse(null));
    }

    private List<String> addresses(List<ContactAddress> sealed) {
        return sealed.stream()
                .filter(address -> address.channel() == ChannelKind.MAIL)
                .flatMap(address -> confidential.open(address.address()).stream())
                .map(Firm::lower)
                .toList();
    }
}
