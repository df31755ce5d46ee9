package org.matterledger.command.client;

import java.time.Instant;
import java.util.List;
import org.matterledger.command.client.ClientCommand.NameContactPerson;
import org.matterledger.command.client.ClientCommand.RegisterClient;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.Standing;

/** A mill, and Marta who owns it. */
final class SampleClient {

    static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
    static final ClientId MILL = new ClientId("client-mill");
    static final PersonId MARTA = new PersonId("person-marta");
    static final Source SOURCE = new Source("crm", "204");

    private SampleClient() {}

    static RegisterClient register(String name) {
        return new RegisterClient(MILL, sealed("client-mill", name), SOURCE);
    }

    static ClientRegistered registered(String name) {
        return new ClientRegistered(MILL, sealed("client-mill", name), SOURCE, NOW);
    }

    static NameContactPerson name(String name, Standing standing) {
        return new NameContactPerson(MILL, MARTA, sealed("person-marta", name), addresses(), standing);
    }

    static ContactPersonNamed named(String name, Standing standing) {
        return new ContactPersonNamed(MILL, MARTA, sealed("person-marta", name), addresses(), standing, NOW);
    }

    static ContactPersonErased erased() {
        return new ContactPersonErased(MILL, MARTA, NOW);
    }

    private static List<ContactAddress> addresses() {
        return List.of(new ContactAddress(ChannelKind.MAIL, sealed("person-marta", "bWFydGFAbWlsbA==")));
    }

    private static ConfidentialText sealed(String subject, String text) {
        return new ConfidentialText(subject, "1", text);
    }
}
