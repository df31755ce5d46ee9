package org.matterledger.launcher.cli;

import org.jspecify.annotations.Nullable;
import org.matterledger.command.Erasure;
import org.matterledger.command.Refused;
import org.matterledger.command.client.ClientPort;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.store.RefusedRequest;
import org.matterledger.values.ClientId;
import org.matterledger.values.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Destroys the key of a person: what it sealed reads as erased, everywhere and for ever. That a contact person was erased
 * is recorded with the client before, on a running ledger as on a stopped one.
 */
@Command(name = "erase", description = "Makes all text about a person unreadable, for ever.")
final class EraseCommand extends ConsoleCommand {

    private static final String CONTACT_PERSON = "person-";

    @Parameters(paramLabel = "PERSON", description = "The person's id.")
    private String person = "";

    @Option(
            names = "--client",
            paramLabel = "CLIENT",
            description = "The client whose contact person it is; the erasure is recorded there.")
    private @Nullable ClientId client;

    @Option(names = "--yes", description = "Says that you mean it: nothing brings the text back.")
    private boolean meant;

    @Override
    public Integer call() {
        if (!meant) {
            throw new CannotRun("nothing brings erased text back; if you mean it, say --yes");
        }
        if (person.startsWith(CONTACT_PERSON) != (client != null)) {
            throw new CannotRun("a contact person, and nobody else, is erased with --client CLIENT");
        }
        return super.call();
    }

    @Override
    void act(LedgerConsole console) {
        if (client == null) {
            console.bean(Erasure.class).erase(person);
        } else {
            erase(console.bean(ClientPort.class), client);
        }
        say(person + " is erased. Keep the newest copy of secrets/erasures with your master key:"
                + " it erases again what an older backup brings back.");
    }

    private void erase(ClientPort clients, ClientId client) {
        try {
            clients.erase(client, new PersonId(person));
        } catch (Refused | RefusedRequest.Unknown | IllegalArgumentException refused) {
            throw new CannotRun(person + " is not erased: " + refused.getMessage(), refused);
        }
    }
}
