package org.matterledger.events;

import java.time.Instant;
import java.util.List;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.PersonId;

/** A client of the firm and the persons who speak for it. */
public sealed interface ClientEvent extends LedgerEvent {

    ClientId clientId();

    @EventType(name = "client.registered")
    record ClientRegistered(ClientId clientId, ConfidentialText name, Instant occurredAt) implements ClientEvent {}

    /** Trust, consent and preferences belong to persons, the contract to the organisation (R004-15). */
    @EventType(name = "client.contact-person-named")
    record ContactPersonNamed(
            ClientId clientId,
            PersonId personId,
            ConfidentialText name,
            List<ConfidentialText> addresses,
            boolean principal,
            Instant occurredAt)
            implements ClientEvent {}

    /** A person's key was destroyed; what it sealed reads as erased from here on. */
    @EventType(name = "client.contact-person-erased")
    record ContactPersonErased(ClientId clientId, PersonId personId, Instant occurredAt) implements ClientEvent {}
}
