package org.matterledger.launcher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.values.StaffId;

/** A node that stands still in the middle of an append stops nobody else. */
class FrozenNodeTest {

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final int ROUNDS = 15;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String colleague = StaffId.random().value();

    @Test
    void stops_nobody_and_loses_nothing_when_it_thaws() throws Exception {
        var frozen = child();
        var acknowledged = new ConcurrentHashMap<String, Long>();
        var count = new AtomicLong();
        var listening = Thread.ofVirtual().start(() -> listen(frozen, acknowledged, count));
        try (var node = new TestNode(access).start()) {
            node.send(new Begin(colleague));
            var random = new Random();
            for (var round = 0; round < ROUNDS; round++) {
                var before = count.get();
                eventually("the other node appends", () -> count.get() > before);
                LockSupport.parkNanos(random.nextLong(Duration.ofMillis(30).toNanos()));
                signal("STOP", frozen);
                appendsWithin(AT_MOST, node);
                signal("CONT", frozen);
            }
            frozen.destroyForcibly().waitFor();
            listening.join();
            new RecordCheck(node.database).isWhole();
            assertThat(acknowledged).isNotEmpty();
            acknowledged.forEach((stream, version) -> assertThat(
                            new RecordCheck(node.database).events(stream, "staff.roles-changed"))
                    .as("events of %s, of which %d were acknowledged", stream, version)
                    .isGreaterThanOrEqualTo(version)
                    .isLessThanOrEqualTo(version + 25));
        } finally {
            frozen.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** The driver's own protocol would hold the lock between the message that executes and the one that commits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 10, 15, 20, 100})
    void stops_nobody_at_whichever_byte_of_its_request_it_stands(int bytesLeft) throws Exception {
        try (var wire = new Wire(access);
                var connections = new LedgerDataSource(wire.through());
                var frozen = new TestNode(
                                access, new SystemLedgerClock(), s -> new AppendConnection(connections), List.of())
                        .start();
                var node = new TestNode(access).start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            node.send(new Begin(colleague));
            var other = StaffId.random().value();
            wire.holdBack(bytesLeft);
            var held = threads.submit(() -> frozen.send(new Begin(other)));
            wire.awaitHeld();
            appendsWithin(AT_MOST, node);
            assertThat(held.isDone()).isFalse();
            wire.letGo();
            assertThat(held.get().recorded()).isTrue();
            new RecordCheck(node.database).isWhole();
        }
    }

    private void appendsWithin(Duration limit, TestNode node) throws Exception {
        var sent = new FutureTask<>(() -> node.send(new Change(colleague)));
        Thread.ofVirtual().start(sent);
        assertThat(sent.get(limit.toMillis(), TimeUnit.MILLISECONDS).recorded()).isTrue();
    }

    private Process child() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenNode.class.getName(),
                        access.url(),
                        access.application(),
                        access.applicationPassword())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void listen(Process frozen, Map<String, Long> acknowledged, AtomicLong count) {
        try (var lines = frozen.inputReader(UTF_8)) {
            lines.lines().filter(line -> line.startsWith("acknowledged ")).forEach(line -> {
                var words = line.split(" ");
                acknowledged.put(words[1], Long.parseLong(words[2]));
                count.incrementAndGet();
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void signal(String name, Process process) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
