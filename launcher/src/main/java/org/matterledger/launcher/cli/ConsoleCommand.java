package org.matterledger.launcher.cli;

import java.util.concurrent.Callable;
import org.matterledger.launcher.LedgerConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does one thing in a ledger, whether it runs or not. */
@Command(mixinStandardHelpOptions = true)
abstract class ConsoleCommand implements Callable<Integer> {

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final StoreOptions record = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var database = ledger.anyDatabase();
                var console =
                        LedgerConsole.open(record.place(), database.access(), database.secrets(), ledger.clock())) {
            act(console);
        }
        return 0;
    }

    abstract void act(LedgerConsole console);

    /** Prints a line for whoever typed the command. */
    void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
