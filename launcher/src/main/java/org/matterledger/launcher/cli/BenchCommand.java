package org.matterledger.launcher.cli;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.matterledger.launcher.bench.Benchmarks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures, and prints the rows of the table in {@code docs/benchmarks.md}. */
@Command(
        name = "bench",
        description = "Measures the ledger on a PostgreSQL of its own and prints a table; takes some minutes.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            description =
                    "What to measure: updates, http, commands, boards, long-matter, catch-up, read-after-write, import"
                            + " (default: all).",
            arity = "0..*")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Medians of N (default: 3).")
    private int runs = 3;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long each rate is measured (default: 5).")
    private int seconds = 5;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How large the imported mailbox is (default: 10000).")
    private int messages = 10_000;

    @Override
    public Integer call() throws Exception {
        new Benchmarks(runs, Duration.ofSeconds(seconds), messages, System.out).run(only);
        return 0;
    }
}
