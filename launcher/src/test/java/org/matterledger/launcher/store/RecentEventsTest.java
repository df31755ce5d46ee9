package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final int PAGE = 100;

    private final List<TrackedEventMessage<?>> record = new ArrayList<>();
    private final List<Long> fetched = new ArrayList<>();
    private final RecentEvents recent = new RecentEvents(this::page);

    @Test
    void are_fetched_once_for_all_who_follow_the_end() {
        follow(0);
        for (var round = 0; round < 10; round++) {
            append(5);
            var from = record.size() - 5L;
            var first = recent.after(from, PAGE);
            fetched.clear();
            assertThat(recent.after(from, PAGE)).isEqualTo(first).hasSize(5);
            assertThat(fetched).isEmpty();
        }
    }

    @Test
    void are_read_by_who_is_further_back_than_they_reach() {
        append(RecentEvents.KEPT + 10 * PAGE);
        follow(record.size() - 10);
        assertThat(recent.after(0, PAGE)).hasSize(PAGE);
        append(3);
        assertThat(recent.after(record.size() - 13L, PAGE)).hasSize(10);
        assertThat(recent.after(record.size() - 3L, PAGE)).hasSize(3);
    }

    @Test
    void hide_none_from_anybody_wherever_they_stand() {
        var random = new Random(42);
        var positions = new long[6];
        for (var step = 0; step < 20_000; step++) {
            append(random.nextInt(8));
            var reader = random.nextInt(positions.length);
            if (random.nextInt(500) == 0) {
                positions[reader] = random.nextInt(record.size() + 1);
            }
            if (random.nextInt(500) == 0) {
                append(300);
                positions[reader] = record.size() - random.nextInt(300);
            }
            var read = recent.after(positions[reader], 1 + random.nextInt(PAGE));
            var start = positions[reader];
            assertThat(read.stream().map(event -> LedgerStorageEngine.positionOf(event.trackingToken())))
                    .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + read.size())
                            .boxed()
                            .toList());
            assertThat(!read.isEmpty() || start == record.size()).isTrue();
            positions[reader] += read.size();
        }
        assertThat(record.size()).isGreaterThan(10 * RecentEvents.KEPT);
    }

    private void follow(long position) {
        while (!recent.after(position, PAGE).isEmpty()) {
            position += recent.after(position, PAGE).size();
        }
    }

    private void append(int count) {
        for (var i = 0; i < count; i++) {
            EventMessage<Integer> event = GenericEventMessage.asEventMessage(record.size() + 1);
            record.add(new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(record.size() + 1), event));
        }
    }

    private List<TrackedEventMessage<?>> page(long position, int limit) {
        fetched.add(position);
        return List.copyOf(record.subList((int) position, (int) Math.min(record.size(), position + limit)));
    }
}
