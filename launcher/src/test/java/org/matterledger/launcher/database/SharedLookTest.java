package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedLookTest {

    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch seen = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** The first look has seen the present and is kept from telling it. */
    private final SharedLook<Integer> look = new SharedLook<>(() -> {
        var found = present.get();
        if (looks.incrementAndGet() == 1) {
            seen.countDown();
            await(goOn);
        }
        if (found < 0) {
            throw new IllegalStateException("The database is away");
        }
        return found;
    });

    @Test
    void that_began_before_a_caller_asked_does_not_answer_it() {
        var early = ask(look::now);
        await(seen);
        present.set(1);
        var late = asked();
        goOn.countDown();
        assertThat(early.join()).isZero();
        assertThat(late.join()).isEqualTo(1);
    }

    @Test
    void answers_all_who_asked_while_another_was_under_way() {
        var early = ask(look::now);
        await(seen);
        var late = Stream.generate(this::asked).limit(20).toList();
        goOn.countDown();
        early.join();
        assertThat(late).allMatch(answer -> answer.join() == 0);
        assertThat(looks).hasValue(2);
    }

    @Test
    void fails_once_for_all_who_wait_for_it_and_is_tried_again_by_the_next() {
        var early = ask(look::now);
        await(seen);
        present.set(-1);
        var late = Stream.generate(this::asked).limit(20).toList();
        goOn.countDown();
        early.join();
        assertThat(late).allSatisfy(answer -> assertThatThrownBy(answer::join).hasMessageContaining("away"));
        assertThat(looks).hasValue(2);
        present.set(7);
        assertThat(look.now()).isEqualTo(7);
    }

    /** A caller that waits for its turn already. */
    private CompletableFuture<Integer> asked() {
        var thread = new CompletableFuture<Thread>();
        var answer = ask(() -> {
            thread.complete(Thread.currentThread());
            return look.now();
        });
        while (thread.join().getState() == Thread.State.RUNNABLE && !answer.isDone()) {
            LockSupport.parkNanos(100_000);
        }
        return answer;
    }

    private static CompletableFuture<Integer> ask(Supplier<Integer> question) {
        var answer = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
