package org.matterledger.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.backup.Restore;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.home.PrivateFiles;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.launcher.vault.MasterKeyring;
import org.matterledger.launcher.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a ledger of a backup, in a fresh home; whoever was erased since the backup was taken is erased again. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Restores a backup into a fresh home.")
final class RestoreCommand implements Callable<Integer> {

    private static final String MASTER_KEY = "master.key";
    private static final String ERASURES = "erasures";

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = {
                "Where your copies of master.key and erasures are. Without it the ledger does not start",
                "before they are put into the home's directory secrets."
            })
    private @Nullable Path keys;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (keys != null && !Files.isRegularFile(keys.resolve(MASTER_KEY))) {
            throw new CannotRun("there is no " + MASTER_KEY + " in " + keys);
        }
        try (var restore = Restore.open(file, Migrations.latest());
                var home = ledger.takeHomeForRestore()) {
            home.restoringBegins();
            takeKeys(home);
            try (var database = ledger.databaseAsItIs(home)) {
                restore.into(database.access());
                repeatErasures(database);
            }
            home.recordSchema(Migrations.latest());
            home.restored();
            say("%s holds the ledger up to position %d again."
                    .formatted(home.directory(), restore.manifest().position()));
        }
        return 0;
    }

    private void takeKeys(Home home) {
        if (keys == null) {
            return;
        }
        try {
            PrivateFiles.directory(home.secrets().directory());
            for (var name : List.of(MASTER_KEY, ERASURES)) {
                if (Files.exists(keys.resolve(name))) {
                    PrivateFiles.write(home.secrets().directory().resolve(name), Files.readString(keys.resolve(name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void repeatErasures(OpenDatabase database) {
        var secrets = database.secrets().directory();
        if (!Files.exists(secrets.resolve(MASTER_KEY))) {
            say("Put " + MASTER_KEY + " and " + ERASURES + " into " + secrets + " before the first start.");
            return;
        }
        var clock = new SystemLedgerClock();
        var master = MasterKeyring.open(secrets, database.dataSource(), clock::now);
        var vault = new Vault(database.dataSource(), master, secrets, clock::now);
        var repeated = vault.repeatErasures(secrets.resolve(ERASURES));
        vault.reconcile();
        say("Erasures that were repeated: " + repeated + ".");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
