package org.matterledger.launcher.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/** How things are measured: rates over a span of time, medians over runs. */
final class Measure {

    private Measure() {}

    /**
     * Calls a task from several virtual threads for a span of time.
     *
     * @param task gets a random number, to choose its object by
     * @return calls a second
     */
    static double perSecond(int callers, Duration span, IntConsumer task) throws InterruptedException {
        var calls = new LongAdder();
        var start = System.nanoTime();
        var end = start + span.toNanos();
        var threads = new Thread[callers];
        var failure = new Throwable[1];
        for (var i = 0; i < callers; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    task.accept(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
                    calls.increment();
                }
            });
            threads[i].setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
        }
        for (var thread : threads) {
            thread.join();
        }
        if (failure[0] != null) {
            throw new IllegalStateException("A caller failed", failure[0]);
        }
        return calls.sum() * 1e9 / (System.nanoTime() - start);
    }

    static double median(double... values) {
        return percentile(50, values);
    }

    /** @param percent 0 to 100; the nearest rank */
    static double percentile(int percent, double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[
                Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - (percent > 0 ? 1 : 0))];
    }
}
