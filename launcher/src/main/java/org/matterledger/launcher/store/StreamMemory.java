package org.matterledger.launcher.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.AggregateType;

/**
 * What this node remembers of streams. Memory is never trusted alone: every recall reads the stream's tail, so that a
 * refusal, a no-op or an {@code If-Match} is answered from the present even when another node appended.
 */
final class StreamMemory {

    /** A cold stream with more new events than this gets a snapshot. */
    static final int SNAPSHOT_EVERY = 250;

    private final EventStore events;
    private final Snapshots snapshots;
    private final Executor background;
    private final Map<String, AggregateType<?, ?>> types;
    private final Cache<String, Remembered> cache;

    StreamMemory(
            EventStore events,
            Snapshots snapshots,
            Executor background,
            List<AggregateType<?, ?>> types,
            int remembered) {
        this.events = events;
        this.snapshots = snapshots;
        this.background = background;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::kind, Function.identity()));
        this.cache = Caffeine.newBuilder().maximumSize(remembered).build();
    }

    /** The kind of stream that an id belongs to. */
    AggregateType<?, ?> typeOf(String stream) {
        var hyphen = stream.indexOf('-');
        @Nullable AggregateType<?, ?> type = hyphen < 0 ? null : types.get(stream.substring(0, hyphen));
        if (type == null) {
            throw new IllegalArgumentException("No kind of stream has ids like " + stream);
        }
        return type;
    }

    /** The stream as it is now. */
    Remembered recall(String stream) {
        var known = known(stream);
        return known.isPresent()
                ? recall(
                        stream,
                        known.get(),
                        events.readEvents(stream, known.get().sequence() + 1))
                : readAnew(stream);
    }

    /** The stream as it was when somebody last looked; empty where this node has forgotten it. */
    Optional<Remembered> known(String stream) {
        return Optional.ofNullable(cache.getIfPresent(stream));
    }

    /** The stream as it is now, from what was known and the tail that was read after it. */
    Remembered recall(String stream, Remembered known, DomainEventStream tail) {
        var now = follow(known, tail);
        return now == known ? known : remember(stream, now);
    }

    /** The stream as it is now, from its snapshot or its first event. */
    Remembered readAnew(String stream) {
        return remember(stream, readAnew(typeOf(stream), stream));
    }

    /** The same, where its first events were read already: only a long stream is asked for its snapshot. */
    Remembered readAnew(String stream, DomainEventStream fromTheFirst) {
        var events = new ArrayList<DomainEventMessage<?>>();
        while (fromTheFirst.hasNext()) {
            if (events.size() == SNAPSHOT_EVERY) {
                return readAnew(stream);
            }
            events.add(fromTheFirst.next());
        }
        return remember(stream, follow(Remembered.blank(typeOf(stream)), DomainEventStream.of(events)));
    }

    /** A snapshot counts only while the event that it ends with stands: the record may have been restored to before it. */
    private Remembered readAnew(AggregateType<?, ?> type, String stream) {
        var snapshot = snapshots.read(type, stream);
        if (snapshot.isPresent()) {
            var tail = events.readEvents(stream, snapshot.get().sequence());
            if (tail.hasNext()) {
                return follow(snapshot.get().livingAs(tail.next()), tail);
            }
            snapshots.drop(stream);
        }
        return follow(Remembered.blank(type), events.readEvents(stream, 0));
    }

    private static Remembered follow(Remembered start, DomainEventStream tail) {
        var now = start;
        @Nullable DomainEventMessage<?> last = null;
        while (tail.hasNext()) {
            last = tail.next();
            now = now.and(last);
        }
        return last == null ? now : now.livingAs(last);
    }

    /** Keeps what a command left behind, once it is durable. */
    Remembered remember(String stream, Remembered now) {
        var kept = now;
        if (now.sequence() - now.snapshot() >= SNAPSHOT_EVERY) {
            snapshot(stream, now);
            kept = now.snapshotted();
        }
        if (kept.exists()) {
            cache.put(stream, kept);
        }
        return kept;
    }

    private void snapshot(String stream, Remembered now) {
        try {
            background.execute(() -> snapshots.store(typeOf(stream), stream, now));
        } catch (RejectedExecutionException e) {
            // the node is stopping; what the command recorded stands, and the next cold node reads it from its events
            cache.invalidate(stream);
        }
    }

    /** After anything that failed: the next recall starts from what is durable. */
    void forget(String stream) {
        cache.invalidate(stream);
    }

    /** Forgets everything, as a node that was just started. */
    void forgetAll() {
        cache.invalidateAll();
    }
}
