package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.query.Positions;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a caller hears while the ledger is held up: the wait is bounded, the answer says what to do, nothing doubles. */
class HeldUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** So few commands may wait to be recorded here that a handful of callers fill the queue. */
    private static final int QUEUE = 8;

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static DatabaseAccess access;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(
                home,
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("queue", Map.of("ledger.append-queue", QUEUE))));
        access = firm.server.bean(DatabaseAccess.class);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private record Timed(Reply reply, Duration took) {}

    private static Timed timed(Supplier<Reply> request) {
        var started = System.nanoTime();
        var reply = request.get();
        return new Timed(reply, Duration.ofNanos(System.nanoTime() - started));
    }

    private static void eventually(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void appendsWait() {
        eventually(
                "an append waits for the head",
                () -> firm.server
                                .bean(JdbcClient.class)
                                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and wait_event_type = 'Lock' and query like 'select ledger.append%'")
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private static long updates(String matter) {
        return firm.partner
                .get(matter + "/timeline", "Ledger-Min-Position", head())
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("event").asString().equals("update.sent"))
                .count();
    }

    private static String head() {
        return Long.toString(firm.server.bean(Positions.class).head());
    }

    @Nested
    class A_key_whose_first_request_is_under_way {

        private final String matter = firm.matter();

        private Reply update(String key) {
            return firm.partner.postKeyed(key, matter + "/updates", firm.updateBody("Once only"));
        }

        @Test
        void waits_two_seconds_and_is_told_to_ask_again_and_then_gets_the_first_answer() throws Exception {
            Future<Reply> first;
            try (var held = HeldUp.appends(access)) {
                first = callers.submit(() -> update("slow"));
                appendsWait();
                var second = timed(() -> update("slow"));
                assertThat(second.reply().status()).isEqualTo(409);
                assertThat(second.reply().header("Content-Type")).startsWith("application/problem+json");
                assertThat(second.reply().get("type")).isEqualTo("urn:matterledger:problem:in-flight");
                assertThat(second.reply().header("Retry-After")).isNotEmpty();
                assertThat(second.took()).isBetween(PATIENCE, PATIENCE.multipliedBy(4));
                assertThat(first.isDone()).isFalse();
            }
            assertThat(first.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).status())
                    .isEqualTo(201);
            var again = update("slow");
            assertThat(again.text()).isEqualTo(first.get().text());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(updates(matter)).isEqualTo(1);
        }

        @Test
        void gets_the_first_answer_when_that_comes_within_the_two_seconds() throws Exception {
            Future<Reply> first;
            Future<Reply> again;
            try (var held = HeldUp.appends(access)) {
                first = callers.submit(() -> update("nearly"));
                appendsWait();
                var second = callers.submit(() -> update("nearly"));
                assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                again = second;
            }
            assertThat(again.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).status())
                    .isEqualTo(201);
            assertThat(again.get().text()).isEqualTo(first.get().text());
            assertThat(updates(matter)).isEqualTo(1);
        }
    }

    @Nested
    class A_full_queue_of_appends {

        private static Reply calendar(int n) {
            return firm.partner.postKeyed("full-" + n, "/calendars", """
                    {"name": "Office %d", "zone": "Europe/Warsaw", "week": {"MONDAY": [{"opens": "09:00", "closes": "17:00"}]}}""".formatted(n));
        }

        @Test
        void is_answered_503_at_once_and_what_was_refused_can_be_repeated() throws Exception {
            List<Future<Timed>> sent = new ArrayList<>();
            try (var held = HeldUp.appends(access)) {
                sent.add(callers.submit(() -> timed(() -> calendar(0))));
                appendsWait();
                for (var i = 1; i <= 2 * QUEUE; i++) {
                    var n = i;
                    sent.add(callers.submit(() -> timed(() -> calendar(n))));
                }
                eventually("what does not fit is answered", () -> answered(sent) == QUEUE);
                for (var refused : sent.stream().filter(Future::isDone).toList()) {
                    assertThat(refused.get().reply().status()).isEqualTo(503);
                    assertThat(refused.get().reply().header("Retry-After")).isNotEmpty();
                    assertThat(refused.get().reply().header("Content-Type")).startsWith("application/problem+json");
                    assertThat(refused.get().reply().get("type")).isEqualTo("urn:matterledger:problem:unavailable");
                    assertThat(refused.get().took()).isLessThan(PATIENCE);
                }
            }
            eventually("all are answered", () -> answered(sent) == sent.size());
            for (var n = 0; n < sent.size(); n++) {
                var again = calendar(n);
                var stood = sent.get(n).get().reply().status() == 201;
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.header("Idempotency-Replayed")).isEqualTo(stood ? "true" : "");
            }
        }

        private static long answered(List<Future<Timed>> sent) {
            return sent.stream().filter(Future::isDone).count();
        }
    }

    @Nested
    class A_view_that_is_late {

        private final String matter = firm.matter();

        @Test
        void is_waited_for_two_seconds_and_then_said_to_be_late() {
            Reply written;
            try (var held = HeldUp.view(access, "timeline")) {
                written = firm.partner.post(matter + "/updates", firm.updateBody("Not shown yet"));
                var position = written.header("Ledger-Position");
                var late = timed(() -> firm.partner.get(matter + "/timeline", "Ledger-Min-Position", position));
                assertThat(late.reply().status()).isEqualTo(503);
                assertThat(late.reply().header("Retry-After")).isNotEmpty();
                assertThat(late.reply().header("Content-Type")).startsWith("application/problem+json");
                assertThat(late.reply().get("type")).isEqualTo("urn:matterledger:problem:not-yet-visible");
                assertThat(late.took()).isBetween(PATIENCE, PATIENCE.multipliedBy(4));
                assertThat(firm.partner.get(matter + "/timeline").text())
                        .as("who names no position reads what is there")
                        .doesNotContain("Not shown yet");
            }
            eventually(
                    "the view has come that far",
                    () -> firm.partner
                                    .get(matter + "/timeline", "Ledger-Min-Position", written.header("Ledger-Position"))
                                    .status()
                            == 200);
            assertThat(firm.partner.get(matter + "/timeline").text()).contains("Not shown yet");
        }

        @Test
        void is_not_waited_for_beyond_the_end_of_the_record() {
            var beyond = Long.toString(Long.parseLong(head()) + 1);
            var reply = timed(() -> firm.partner.get(matter + "/timeline", "Ledger-Min-Position", beyond));
            assertThat(reply.reply().status()).isEqualTo(400);
            assertThat(reply.reply().text()).contains("Ledger-Min-Position", "beyond");
            assertThat(reply.took()).isLessThan(PATIENCE);
        }
    }
}
