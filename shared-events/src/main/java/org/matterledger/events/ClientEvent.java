package org.matterledger.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.Standing;

/** A client of the firm and the persons who speak for it. */
public sealed interface ClientEvent extends LedgerEvent {

    ClientId clientId();

    /**
     * The firm has a client.
     *
     * @param name sealed with the client's key
     * @param source what another system calls the client
     */
    @EventType(name = "client.registered")
    record ClientRegistered(
            ClientId clientId,
            ConfidentialText name,
            @Nullable Source source,
            Instant occurredAt) implements ClientEvent {}

    /**
     * A person speaks for the client; named again, the newest word counts. Trust, consent and preferences belong to
     * persons, the contract to the organisation (R004-15).
     */
    @EventType(name = "client.contact-person-named")
    record ContactPersonNamed(
            ClientId clientId,
            PersonId personId,
            ConfidentialText name,
            List<ContactAddress> addresses,
            Standing standing,
            Instant occurredAt)
            implements ClientEvent {

        public ContactPersonNamed {
            addresses = List.copyOf(addresses);
        }
    }

    /** A person's key was destroyed; what it sealed reads as erased from here on. */
    @EventType(name = "client.contact-person-erased")
    record ContactPersonErased(ClientId clientId, PersonId personId, Instant occurredAt) implements ClientEvent {}
}
