package org.matterledger.launcher;

import org.matterledger.launcher.cli.CommandLineProgram;

/** The program; {@code ./ledger help} lists its commands. */
public final class MatterLedger {

    private MatterLedger() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.run(arguments));
    }
}
