package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamLocksTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int STREAMS = 8;
    private static final int CALLERS = 8_000;

    private final StreamLocks locks = new StreamLocks();

    @Test
    void let_one_at_a_time_of_thousands_into_a_stream_and_leave_nothing_behind() {
        var inside =
                IntStream.range(0, STREAMS).mapToObj(i -> new AtomicInteger()).toList();
        var together = new AtomicInteger();
        var unguarded = new int[STREAMS];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < CALLERS; caller++) {
                var stream = caller % STREAMS;
                threads.execute(() -> {
                    try (var held = locks.acquire("matter-" + stream, LONG)) {
                        together.accumulateAndGet(inside.get(stream).incrementAndGet(), Math::max);
                        var before = unguarded[stream];
                        Thread.yield();
                        unguarded[stream] = before + 1;
                        inside.get(stream).decrementAndGet();
                        assertThat(held).isNotNull();
                    }
                });
            }
        }
        assertThat(together).hasValue(1);
        assertThat(unguarded).containsOnly(CALLERS / STREAMS);
        assertThat(locks.wanted()).isZero();
    }

    @Test
    void are_not_waited_for_beyond_the_patience_and_leave_nothing_behind() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = locks.acquire("matter-1", LONG)) {
            var waiting = IntStream.range(0, 1000)
                    .mapToObj(i -> threads.submit(() -> locks.acquire("matter-1", Duration.ofMillis(20))))
                    .toList();
            for (Future<?> waiter : waiting) {
                assertThatThrownBy(waiter::get).hasCauseInstanceOf(StreamLocks.TooLong.class);
            }
            assertThat(held).isNotNull();
            assertThat(locks.wanted()).isEqualTo(1);
        }
        assertThat(locks.wanted()).isZero();
    }

    @Test
    void are_not_waited_for_by_who_is_interrupted() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = locks.acquire("matter-1", LONG)) {
            var waiter = threads.submit(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> locks.acquire("matter-1", LONG)).isInstanceOf(StreamLocks.TooLong.class);
                return Thread.interrupted();
            });
            assertThat(waiter.get()).as("still interrupted").isTrue();
            assertThat(held).isNotNull();
        }
        assertThat(locks.wanted()).isZero();
    }

    @Test
    void of_one_stream_do_not_hinder_another() {
        try (var one = locks.acquire("matter-1", LONG);
                var other = locks.acquire("matter-2", Duration.ZERO)) {
            assertThat(one).isNotSameAs(other);
            assertThat(locks.wanted()).isEqualTo(2);
        }
        assertThat(locks.wanted()).isZero();
    }
}
