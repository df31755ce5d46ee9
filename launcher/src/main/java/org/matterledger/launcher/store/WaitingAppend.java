package org.matterledger.launcher.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One command's events on their way into the record, and the promise of the position of the last one.
 *
 * @param characters how much they weigh
 * @param since when they were handed over, by {@link System#nanoTime()}
 */
record WaitingAppend(List<StoredEvent> events, int characters, CompletableFuture<Long> position, long since) {

    static WaitingAppend of(List<StoredEvent> events) {
        var characters = events.stream()
                .mapToInt(e -> e.payload().length() + e.metadata().length())
                .sum();
        return new WaitingAppend(List.copyOf(events), characters, new CompletableFuture<>(), System.nanoTime());
    }

    String firstStream() {
        return events.getFirst().stream();
    }

    /** Waits, uninterruptibly, until it is known what became of them. */
    long await() {
        try {
            return position.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** @param answer the position of the last event; −1 where one of them was not the next of its stream */
    void answer(long answer) {
        if (answer < 0) {
            position.completeExceptionally(new EventConflict(firstStream()));
        } else {
            position.complete(answer);
        }
    }

    static void fail(List<WaitingAppend> batch, RuntimeException failure) {
        batch.forEach(waiting -> waiting.position().completeExceptionally(failure));
    }
}
