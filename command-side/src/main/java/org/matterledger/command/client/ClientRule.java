package org.matterledger.command.client;

import java.util.List;
import org.matterledger.command.Rule;

/** What the firm demands of its record of a client. */
enum ClientRule implements Rule {
    CLIENT_REGISTERED_ONCE("A client is registered once; whoever has other particulars is another client."),
    ERASED_PERSON_STAYS_ERASED("A person who was erased is not named again under the same id."),
    ONLY_A_NAMED_PERSON_IS_ERASED("Only a contact person of the client can be erased from its record.", "R004-15");

    private final String text;
    private final List<String> sources;

    ClientRule(String text, String... sources) {
        this.text = text;
        this.sources = List.of(sources);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
