package org.matterledger.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link Load} in a process of its own.
 *
 * @param admission the header that lets its requests in
 */
record LoadProcess(int port, String admission, int connections, Duration span) {

    /** For a process to start and to end, and for an answer that never comes. */
    private static final int PATIENCE_SECONDS = 60;

    /** Runs it to its end, and tells the line that it prints. */
    String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("java.class.path"),
                "load",
                "--port=" + port,
                "--connections=" + connections,
                "--seconds=" + span.toSeconds()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(admission);
        }
        if (!process.waitFor(span.toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The load on " + arguments.getLast() + " did not end in time");
        }
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "The server did not answer the load on " + arguments.getLast() + "; see above");
        }
        return answer;
    }
}
