package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server speaks to nobody but this machine. The kernel's own account of it is read, through {@code strace}. The control
 * run lets Axon's own check for updates loose, towards an address that is reserved for examples and answers nobody.
 */
class NetworkIT {

    private static final Pattern CONNECTED = Pattern.compile("(?:connect|sendto|sendmsg)\\(.*sa_family=AF_INET6?,.*");
    private static final Pattern LOOPBACK = Pattern.compile(".*(inet_addr\\(\"127\\.|\"::1\"|\"::ffff:127\\.).*");

    private static final Duration WATCHED = Duration.ofSeconds(3);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_packaged_server_opens_no_connection_off_the_machine() throws Exception {
        assertThat(offTheMachine(PackagedLedger.command())).isEmpty();
    }

    @Test
    void a_server_that_phones_home_is_caught() throws Exception {
        var phoning = PackagedLedger.command();
        phoning.add(1, "-javaagent:" + StartedUpdateChecker.agent(directory));
        phoning.add(2, "-Daxoniq.usage.url=http://192.0.2.1/updates");
        assertThat(offTheMachine(phoning)).isNotEmpty().allMatch(line -> line.contains("192.0.2.1"));
    }

    private List<String> offTheMachine(List<String> program) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is installed");
        var trace = directory.resolve("trace");
        var command = new ArrayList<>(
                List.of("strace", "-f", "-q", "-e", "trace=connect,sendto,sendmsg", "-o", trace.toString()));
        command.addAll(program);
        command.addAll(List.of(
                "start", "--port", "0", "--home", directory.resolve("home").toString()));
        try (var ledger = PackagedLedger.start(command)) {
            // Long enough for Axon's own check for updates, which waits for a second before it asks.
            for (var begun = System.nanoTime(); System.nanoTime() - begun < WATCHED.toNanos(); ) {
                assertThat(ledger.status("/health")).isPositive();
            }
            ledger.process().descendants().filter(NetworkIT::isJava).forEach(ProcessHandle::destroy);
        }
        return Files.readAllLines(trace).stream()
                .filter(line -> CONNECTED.matcher(line).find())
                .filter(line -> !LOOPBACK.matcher(line).matches())
                .toList();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/java");
    }
}
