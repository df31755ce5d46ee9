package org.matterledger.launcher.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.bench.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The client's side of the benchmarks over HTTP, run by them as a process of its own; the header that lets it in comes on
 * the standard input.
 */
@Command(
        name = "load",
        hidden = true,
        description = "Posts a body to a running ledger again and again, or gets a path and times that.")
final class LoadCommand implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--connections", defaultValue = "64")
    private int connections = 64;

    @Option(names = "--seconds", defaultValue = "5")
    private int seconds = 5;

    @Option(names = "--body", description = "What is posted; without it the first path is got, and timed.")
    private @Nullable String body;

    @Option(names = "--warm-up", defaultValue = "0", description = "For so many seconds what is got is not timed.")
    private int warmUp;

    @Parameters(arity = "1..*")
    private List<String> paths = List.of();

    @Override
    public Integer call() throws Exception {
        var load = new Load(port, new String(System.in.readAllBytes(), StandardCharsets.UTF_8).trim());
        var span = Duration.ofSeconds(seconds);
        if (body != null) {
            System.out.println(load.postsPerSecond(paths, body, connections, span));
        } else {
            var timings = load.get(paths.getFirst(), connections, Duration.ofSeconds(warmUp), span);
            System.out.println(timings.all() + " " + timings.counted() + " " + timings.median() + " " + timings.p99());
        }
        return 0;
    }
}
