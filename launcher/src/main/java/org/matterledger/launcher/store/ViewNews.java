package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes whoever waits for a view when a view of this node has taken something in. */
final class ViewNews {

    private final ReentrantLock lock = new ReentrantLock();
    private CompletableFuture<Boolean> next = new CompletableFuture<>();

    void tell() {
        upcoming(true).complete(true);
    }

    /** What is told after this call; taken before looking, so that nothing is told unheard in between. */
    CompletableFuture<Boolean> upcoming() {
        return upcoming(false);
    }

    private CompletableFuture<Boolean> upcoming(boolean replaced) {
        lock.lock();
        try {
            var present = next;
            if (replaced) {
                next = new CompletableFuture<>();
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for news, or for as long as a view on another node may be left unasked. */
    static void await(CompletableFuture<Boolean> news, Duration atMost) {
        try {
            news.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // the caller looks again
            return;
        }
    }
}
