package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matterledger.command.Receipt;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.values.StaffId;

/** The connection breaks while an append is under way: the caller gets the right answer, or hears that there is none. */
class CutConnectionTest {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int COLLEAGUES = 6;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final Wire wire = new Wire(access);
    private final LedgerDataSource cutOff = new LedgerDataSource(wire.through());
    private final List<String> colleagues = IntStream.range(0, COLLEAGUES)
            .mapToObj(i -> StaffId.random().value())
            .toList();
    private TestNode node;

    @BeforeEach
    void start() {
        node = new TestNode(
                        access,
                        new SystemLedgerClock(),
                        source -> new AppendConnection(cutOff),
                        PostgresRecordStore.QUEUE,
                        PATIENCE,
                        List.of())
                .start();
        colleagues.forEach(colleague -> node.send(new Begin(colleague)));
    }

    @AfterEach
    void the_record_is_whole() throws Exception {
        new RecordCheck(node.database).isWhole();
        node.close();
        cutOff.close();
        wire.close();
    }

    @Test
    void again_and_again_at_random_moments_loses_and_doubles_nothing() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var cuts = new Wire.Cut[] {
            Wire.Cut.BEFORE_THE_REQUEST,
            Wire.Cut.WITHIN_THE_REQUEST,
            Wire.Cut.AFTER_THE_REQUEST,
            Wire.Cut.BEFORE_THE_ANSWER,
            Wire.Cut.WITHIN_THE_ANSWER
        };
        var rounds = 40;
        for (var round = 0; round < rounds; round++) {
            wire.cutNext(cuts[random.nextInt(cuts.length)]);
            assertThat(all(round)).as("seed " + seed).hasSize(COLLEAGUES);
        }
        for (var colleague : colleagues) {
            assertThat(new RecordCheck(node.database).events(colleague, "staff.roles-changed"))
                    .as("seed " + seed)
                    .isEqualTo(rounds);
        }
    }

    @Test
    void because_the_server_ends_it_loses_and_doubles_nothing() throws Exception {
        var rounds = 20;
        var killed = 0L;
        try (var killer = Executors.newSingleThreadExecutor()) {
            for (var round = 0; round < rounds; round++) {
                var kill = killer.submit(() -> node.database
                        .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and query like 'select ledger.%'")
                        .query(Long.class)
                        .single());
                assertThat(all(round)).hasSize(COLLEAGUES);
                killed += kill.get();
            }
        }
        assertThat(killed).as("connections ended").isGreaterThan(rounds / 2);
        for (var colleague : colleagues) {
            assertThat(new RecordCheck(node.database).events(colleague, "staff.roles-changed"))
                    .isEqualTo(rounds);
        }
    }

    /** Everybody changes at once, every second one without a key; gives what each got. */
    private List<Receipt> all(int round) throws Exception {
        var receipts = new ArrayList<Receipt>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = colleagues.stream()
                    .<Callable<Receipt>>map(colleague -> () -> round % 2 == 0
                            ? node.send("key-" + colleague + round, new Change(colleague))
                            : node.send(new Change(colleague)))
                    .toList();
            for (var sent : threads.invokeAll(sending)) {
                receipts.add(sent.get());
            }
        }
        assertThat(receipts).allMatch(receipt -> receipt.recorded() && receipt.version() == round + 1);
        return receipts;
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_REQUEST", "BEFORE_THE_ANSWER_FOR_GOOD"})
    void for_longer_than_the_patience_is_said_and_repeating_the_key_resolves_it(Wire.Cut cut) {
        wire.cutNext(cut);
        var colleague = colleagues.getFirst();
        if (cut == Wire.Cut.BEFORE_THE_REQUEST) {
            wire.down();
        }
        assertThatThrownBy(() -> node.send("key", new Change(colleague)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("until its key is repeated");
        wire.up();
        assertThat(node.send("key", new Change(colleague)).version()).isEqualTo(1);
        assertThat(node.send(new Change(colleague)).version()).isEqualTo(2);
    }

    @Test
    void while_more_wait_than_one_batch_holds_makes_nobody_wait_for_the_patience_of_others() throws Exception {
        wire.down();
        var started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = IntStream.range(0, 2_000)
                    .mapToObj(i -> threads.submit(
                            () -> node.send(new Begin(StaffId.random().value()))))
                    .toList();
            eventually("all are answered", () -> sending.stream().allMatch(Future::isDone));
            assertThat(sending).allMatch(sent -> sent.exceptionNow() instanceof LedgerUnavailable);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE.multipliedBy(4));
        wire.up();
        assertThat(node.send(new Change(colleagues.getFirst())).version()).isEqualTo(1);
    }
}
