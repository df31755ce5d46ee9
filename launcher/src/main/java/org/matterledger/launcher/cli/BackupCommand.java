package org.matterledger.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.matterledger.launcher.backup.Backup;
import org.matterledger.launcher.time.SystemLedgerClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the ledger into a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes the ledger, running or stopped, into a new file.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ledger.requireTrueTime("a backup of it could be taken for a firm's record");
        try (var database = ledger.anyDatabase()) {
            var manifest = Backup.take(database.access(), file, new SystemLedgerClock().now());
            var out = spec.commandLine().getOut();
            if (Backup.lacksTheRecord(database.access())) {
                out.printf(
                        "%s holds keys and accounts. The events are on the Axon Server: back them up there.%n", file);
            } else {
                out.printf("%s holds the ledger up to position %d.%n", file, manifest.position());
            }
            out.printf("The master key is not in it. Keep copies of these two elsewhere, apart from the backup:%n");
            out.printf("  %s%n", database.secrets().directory().resolve("master.key"));
            out.printf(
                    "  %s   (always the newest one)%n",
                    database.secrets().directory().resolve("erasures"));
            out.printf("Put them into a directory DIR and restore with: ./ledger restore FILE --keys DIR --home NEW%n");
            out.flush();
        }
        return 0;
    }
}
