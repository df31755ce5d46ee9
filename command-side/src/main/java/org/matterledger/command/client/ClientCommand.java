package org.matterledger.command.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.Standing;

/** What can be asked about a client. */
sealed interface ClientCommand extends LedgerCommand {

    ClientId clientId();

    @Override
    default String stream() {
        return clientId().value();
    }

    /** @param name sealed with the client's key */
    record RegisterClient(
            ClientId clientId,
            ConfidentialText name,
            @Nullable Source source) implements ClientCommand {}

    /**
     * Named again, the newest word about the person counts.
     *
     * @param name sealed with the person's key, as are the addresses
     */
    record NameContactPerson(
            ClientId clientId,
            PersonId personId,
            ConfidentialText name,
            List<ContactAddress> addresses,
            Standing standing)
            implements ClientCommand {}

    /** Records that the person was erased; the key itself is destroyed where it is kept. */
    record EraseContactPerson(ClientId clientId, PersonId personId) implements ClientCommand {}
}
