package org.matterledger.launcher.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.matterledger.launcher.bench.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The client's side of the HTTP benchmark, run by it as a process of its own; the token comes on the standard input. */
@Command(name = "load", hidden = true, description = "Posts a body to a running ledger again and again.")
final class LoadCommand implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--connections", defaultValue = "64")
    private int connections = 64;

    @Option(names = "--seconds", defaultValue = "5")
    private int seconds = 5;

    @Option(names = "--body", required = true)
    private String body = "";

    @Parameters(arity = "1..*")
    private List<String> paths = List.of();

    @Override
    public Integer call() throws Exception {
        var token = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).trim();
        System.out.println(new Load(port, token).postsPerSecond(paths, body, connections, Duration.ofSeconds(seconds)));
        return 0;
    }
}
