package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Runs the packaged jar in processes of its own. */
final class PackagedLedger {

    private static final Path JAR = Path.of("target", "matter-ledger.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Pattern ADDRESS = Pattern.compile("answers at http://127\\.0\\.0\\.1:(\\d+)/");

    private PackagedLedger() {}

    /** What a command came to. */
    record Ended(int code, String output) {

        /** Refused as expected errors are: in one line, and with exit code 1. */
        void refusedInOneLine(String why) {
            assertThat(code).as(output).isEqualTo(1);
            assertThat(output.lines().filter(line -> !line.startsWith("WARNING:")))
                    .singleElement()
                    .asString()
                    .startsWith("ledger: ")
                    .contains(why);
        }
    }

    /** A server that answers. */
    record Running(Process process, int port, Path output) implements AutoCloseable {

        int status(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            }
        }

        /** As Ctrl-C or a service manager does. */
        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() throws InterruptedException {
            stop();
        }
    }

    static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a command to its end. */
    static Ended run(String... arguments) throws IOException, InterruptedException {
        return run(command(arguments));
    }

    static Ended run(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("ledger-output", "");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** Starts a server on a free port and waits until it says its address. */
    static Running start(Path home, String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("start", "--port", "0", "--home", home.toString()));
        arguments.addAll(List.of(more));
        return start(command(arguments.toArray(String[]::new)));
    }

    static Running start(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("ledger-output", "");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await(() -> !process.isAlive() || ADDRESS.matcher(text(output)).find(), output);
            var address = ADDRESS.matcher(text(output));
            assertThat(address.find()).as(text(output)).isTrue();
            return new Running(process, Integer.parseInt(address.group(1)), output);
        } catch (AssertionError | InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    static void await(BooleanSupplier condition, Path output) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("in time; it said: %s", text(output))
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
