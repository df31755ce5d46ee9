package org.matterledger.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.ServerSettings.Role;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.EmbeddedPostgres;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.home.PrivateFiles;
import org.matterledger.launcher.home.Secrets;

/** All benchmarks on a PostgreSQL of their own, durable as in service, in a directory that is deleted afterwards. */
public final class Benchmarks {

    private final int runs;
    private final Duration span;
    private final int messages;
    private final Figures figures;
    private int imports;

    /**
     * @param runs medians are of so many
     * @param span how long each rate is measured
     * @param messages how many a mailbox holds that is imported
     */
    public Benchmarks(int runs, Duration span, int messages, PrintStream out) {
        this.runs = runs;
        this.span = span;
        this.messages = messages;
        this.figures = new Figures(out);
    }

    /** @param only names of the benchmarks to run; empty for all */
    public void run(Set<String> only) throws IOException, InterruptedException, SQLException {
        var directory = Files.createTempDirectory("ledger-bench-");
        try (var postgres =
                EmbeddedPostgres.start(directory.resolve("data"), directory.resolve("programs"), secrets(directory))) {
            if (wanted("updates", only)) {
                updates(postgres, directory);
            }
            if (wanted("http", only)) {
                System.setProperty("ledger.bench", "true");
                try (var node = new BenchNode(migrated(postgres, "http"), secrets(directory), Role.ALL)) {
                    new HttpUpdates(runs, span).run(node, figures);
                }
            }
            if (wanted("read-after-write", only)) {
                try (var node = new BenchNode(migrated(postgres, "reading"), secrets(directory), Role.ALL)) {
                    new ReadAfterWrite().run(node, figures);
                }
            }
            if (wanted("commands", only)) {
                try (var node = new BenchNode(migrated(postgres, "commands"), secrets(directory), Role.ALL)) {
                    new CommandCosts().run(node, figures);
                }
            }
            if (wanted("boards", only)) {
                System.setProperty("ledger.bench", "true");
                try (var node = new BenchNode(migrated(postgres, "boards"), secrets(directory), Role.QUERY)) {
                    new BoardReads(runs, span, directory.resolve("data")).run(node, figures);
                }
            }
            if (wanted("catch-up", only)) {
                var access = migrated(postgres, "catch_up");
                try (var node = new BenchNode(access, secrets(directory), Role.ALL)) {
                    new CatchUp(runs).run(node, access, figures);
                }
            }
            if (wanted("long-matter", only)) {
                var access = migrated(postgres, "long_matter");
                new LongMatter(runs).run(() -> new BenchNode(access, secrets(directory), Role.COMMAND), figures);
            }
            if (wanted("import", only)) {
                new ImportRate(runs, messages).run(directory, () -> console(postgres, directory), figures);
            }
        } finally {
            PrivateFiles.deleteTree(directory);
        }
    }

    private LedgerConsole console(EmbeddedPostgres postgres, Path directory) {
        var access = migrated(postgres, "import_" + ++imports);
        return LedgerConsole.open(new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER), access, secrets(directory));
    }

    private void updates(EmbeddedPostgres postgres, Path directory) throws InterruptedException {
        try (var ours = new BenchNode(migrated(postgres, "updates"), secrets(directory), Role.COMMAND);
                var stock = StockAxon.on(postgres.database("stock_updates"))) {
            new UpdateThroughput(runs, span).run(ours, stock, figures);
        }
    }

    private static boolean wanted(String name, Set<String> only) {
        return only.isEmpty() || only.contains(name);
    }

    private static DatabaseAccess migrated(EmbeddedPostgres postgres, String name) {
        var access = postgres.database(name);
        new Migrations(access).run();
        return access;
    }

    private static Secrets secrets(Path directory) {
        return new Secrets(directory.resolve("secrets"));
    }
}
