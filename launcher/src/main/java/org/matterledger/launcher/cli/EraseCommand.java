package org.matterledger.launcher.cli;

import org.matterledger.command.Erasure;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.home.CannotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Destroys the key of a person: what it sealed reads as erased, everywhere and for ever. */
@Command(name = "erase", description = "Makes all text about a person unreadable, for ever.")
final class EraseCommand extends ConsoleCommand {

    @Parameters(paramLabel = "PERSON", description = "The person's id.")
    private String person = "";

    @Option(names = "--yes", description = "Says that you mean it: nothing brings the text back.")
    private boolean meant;

    @Override
    public Integer call() {
        if (!meant) {
            throw new CannotRun("nothing brings erased text back; if you mean it, say --yes");
        }
        return super.call();
    }

    @Override
    void act(LedgerConsole console) {
        console.bean(Erasure.class).erase(person);
        say(person + " is erased. Keep the newest copy of secrets/erasures with your master key:"
                + " it erases again what an older backup brings back.");
    }
}
