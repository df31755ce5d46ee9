package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.launcher.database.TestDatabase;

/** Commands that wait for the batch before theirs. */
class AppenderQueueTest {

    private static final int CAPACITY = 100;

    private final LedgerDataSource dataSource = new LedgerDataSource(TestDatabase.fresh());
    private final CountDownLatch first = new CountDownLatch(1);
    private final Semaphore gate = new Semaphore(0);
    private final Appender appender =
            new Appender(new Gated(dataSource), CAPACITY, Duration.ofSeconds(20), position -> {});
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private final class Gated extends AppendConnection {

        Gated(ConnectionSource source) {
            super(source);
        }

        @Override
        long[] append(List<List<StoredEvent>> commands) throws SQLException {
            first.countDown();
            gate.acquireUninterruptibly();
            return super.append(commands);
        }
    }

    @AfterEach
    void stop() {
        gate.release(1000);
        appender.close();
        callers.close();
        dataSource.close();
    }

    private Future<Long> append(String stream, String payload) {
        return callers.submit(() -> appender.append(List.of(event(stream, payload))));
    }

    private static StoredEvent event(String stream, String payload) {
        return new StoredEvent(0, UUID.randomUUID(), stream, "staff", 0, "staff.left", 1, Instant.EPOCH, payload, "{}");
    }

    private void oneIsUnderWay() throws InterruptedException {
        append("staff-first", "{}");
        first.await();
    }

    @Test
    void are_refused_when_too_many_wait_and_the_others_are_recorded() throws Exception {
        oneIsUnderWay();
        var waiting = IntStream.range(0, 150)
                .mapToObj(i -> append("staff-" + i, "{}"))
                .toList();
        eventually(
                "all but those that fit are refused",
                () -> waiting.stream().filter(Future::isDone).count() == 150 - CAPACITY);
        assertThat(waiting.stream().filter(Future::isDone))
                .allMatch(refused -> refused.exceptionNow() instanceof LedgerUnavailable);

        gate.release(1000);
        eventually("the others are recorded", () -> waiting.stream().allMatch(Future::isDone));
        assertThat(waiting.stream().filter(sent -> sent.state() == Future.State.SUCCESS))
                .hasSize(CAPACITY);
    }

    @ParameterizedTest
    @MethodSource("badData")
    void do_not_suffer_from_a_neighbour_with(String bad, StoredEvent event) throws Exception {
        oneIsUnderWay();
        var before = append("staff-good", "{}");
        var unfit = callers.submit(() -> appender.append(List.of(event)));
        var after = append("staff-better", "{}");
        gate.release(1000);

        assertThat(List.of(before.get(), after.get())).as(bad).containsExactlyInAnyOrder(2L, 3L);
        assertThatThrownBy(unfit::get)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refused the events");
    }

    static Stream<Arguments> badData() {
        var noise = new byte[6000];
        new Random(1).nextBytes(noise);
        return Stream.of(
                arguments("a zero byte in its text", event("staff-bad", "\0")),
                arguments(
                        "an id too long for any index",
                        event("staff-" + HexFormat.of().formatHex(noise), "{}")));
    }

    @Test
    void are_all_answered_when_the_node_stops_amidst_them() throws Exception {
        gate.release(Integer.MAX_VALUE / 2);
        var sending = IntStream.range(0, 100)
                .mapToObj(i -> callers.submit(() -> untilRefused("staff-" + i)))
                .toList();
        first.await();
        appender.close();

        eventually("all are answered", () -> sending.stream().allMatch(Future::isDone));
        assertThat(sending).allSatisfy(sent -> assertThat(sent.exceptionNow()).hasMessage("The ledger is stopping"));
    }

    private Void untilRefused(String stream) {
        for (var i = 0; ; i++) {
            appender.append(List.of(event(stream + "-" + i, "{}")));
        }
    }
}
