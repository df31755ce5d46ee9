package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.command.Refused;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.EnsurePartner;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.values.StaffId;

/** Requests that come more than once, at once, late, and on another node. */
class KeysTest {

    private static final int KEYS = 5_000;
    private static final int STREAMS = 250;
    private static final int CALLERS = 64;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** What a caller heard, but for whether it was heard before. */
    private record Answer(String said) {

        static Answer of(Receipt receipt) {
            return new Answer(List.of(
                            receipt.subject(),
                            String.valueOf(receipt.entry()),
                            receipt.version(),
                            receipt.position(),
                            receipt.recorded())
                    .toString());
        }

        static Answer of(Refused refused) {
            return new Answer(refused.rule() + refused.getMessage() + refused.facts());
        }
    }

    private final long end = System.nanoTime() + DEADLINE.toNanos();
    private final Map<Integer, List<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> streams =
            IntStream.range(0, STREAMS).mapToObj(i -> StaffId.random().value()).toList();

    @Test
    void are_worth_one_event_each_and_every_answer_is_the_first() throws Exception {
        var access = TestDatabase.fresh();
        try (var one = new TestNode(access).start();
                var other = new TestNode(access).start()) {
            streams.forEach(stream -> one.send(new Begin(stream)));
            var seed = new Random().nextLong();
            var random = new Random(seed);
            var times = random.ints(KEYS, 1, 6).toArray();
            var early = new ArrayList<Integer>();
            var late = new ArrayList<Integer>();
            for (var key = 0; key < KEYS; key++) {
                early.add(key);
                for (var repeat = 1; repeat < times[key]; repeat++) {
                    (random.nextBoolean() ? early : late).add(key);
                }
            }
            // repeats stay near the first request, so that many are under way together
            for (var start = 0; start + 100 < early.size(); start += 100) {
                Collections.shuffle(early.subList(start, start + 100), random);
            }
            Collections.shuffle(late, random);
            sendAll(early, List.of(one, other));
            sendAll(late, List.of(other, one));

            assertThat(answers.keySet()).as("seed " + seed).hasSize(KEYS);
            assertThat(answers.values().stream().mapToInt(List::size).sum())
                    .isEqualTo(IntStream.of(times).sum());
            assertThat(answers.values())
                    .allMatch(given -> given.stream().distinct().count() == 1);
            new RecordCheck(one.database).isWhole();
            oneClaimAndOneEventForEachKey(one);
        }
    }

    private void sendAll(List<Integer> keys, List<TestNode> nodes) throws Exception {
        var room = new Semaphore(CALLERS);
        var sent = new ArrayList<Future<?>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < keys.size(); i++) {
                var node = nodes.get(i % nodes.size());
                var key = keys.get(i);
                room.acquireUninterruptibly();
                sent.add(callers.submit(() -> {
                    try {
                        answers.computeIfAbsent(key, k -> Collections.synchronizedList(new ArrayList<>()))
                                .add(untilAnswered(node, key));
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        for (var one : sent) {
            one.get();
        }
    }

    private Answer untilAnswered(TestNode node, int key) {
        while (true) {
            try {
                return Answer.of(node.send("key-" + key, command(key)));
            } catch (Refused refused) {
                return Answer.of(refused);
            } catch (RefusedRequest.InFlight | LedgerUnavailable again) {
                assertThat(System.nanoTime())
                        .as("waited in vain for the answer to key-" + key + ": " + again.getMessage())
                        .isLessThan(end);
            }
        }
    }

    private LedgerCommand command(int key) {
        var stream = streams.get(key % STREAMS);
        return switch (key / STREAMS % 4) {
            case 0, 1 -> new Promote(stream);
            case 2 -> new EnsurePartner(stream);
            default -> new Change(stream);
        };
    }

    private void oneClaimAndOneEventForEachKey(TestNode node) {
        var results = node
                .database
                .sql("""
                        select payload::jsonb ->> 'result' as result, count(*) as number from ledger.event
                        where type = 'claim.taken' group by 1""")
                .query((row, n) -> Map.entry(row.getString("result"), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(results).containsOnlyKeys("RECORDED", "REFUSED", "NOTHING_NEW");
        assertThat(results.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(KEYS);
        assertThat(new RecordCheck(node.database)
                        .number("select count(*) from ledger.event where type = 'staff.roles-changed'"))
                .isEqualTo(results.get("RECORDED"));
    }
}
