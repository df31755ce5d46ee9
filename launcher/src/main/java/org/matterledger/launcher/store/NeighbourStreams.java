package org.matterledger.launcher.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.StreamReader;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;

/**
 * Short streams that other streams' decisions look at: remembered, and always read with their tail. What the last decision
 * of a stream looked at, the next most likely looks at too, and so does another stream of its kind that nobody wrote to
 * yet: calendar and policy are the same. A command reads that together with its own stream, in one look instead of two. A
 * wrong guess costs a look, never an answer from the past.
 */
final class NeighbourStreams implements StreamReader {

    /** Under this key a command's unit of work holds what it has seen already. */
    static final String SEEN = "ledger.neighbours-seen";

    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 500;

    /** A decision that asks for more is no example for others of its kind. */
    private static final int FEW = 12;

    private final RecordStore record;
    private final Cache<String, List<LedgerEvent>> cache =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Set<String>> lastAsked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<String, Set<String>> askedByKind = new ConcurrentHashMap<>();

    /** What is remembered of streams, to be completed by their tails. */
    record Known(Map<String, List<LedgerEvent>> streams) {

        Map<String, Long> firstSequences() {
            Map<String, Long> first = new HashMap<>();
            streams.forEach((stream, events) -> first.put(stream, (long) events.size()));
            return first;
        }
    }

    /**
     * What a command saw when it looked at its own stream, which it held already.
     *
     * @param asked what it has asked for since
     */
    record Seen(String command, Map<String, List<LedgerEvent>> streams, Set<String> asked) {}

    NeighbourStreams(RecordStore record) {
        this.record = record;
    }

    /** What a stream's next decision most likely asks for: as its last one, else as the last one of its kind. */
    Known foreseen(String stream) {
        @Nullable Set<String> asked = lastAsked.getIfPresent(stream);
        var likely = new HashSet<>(asked == null ? askedByKind.getOrDefault(kind(stream), Set.of()) : asked);
        // it is no neighbour of its own: its decision looks at it anyway, in another way
        likely.remove(stream);
        return known(likely);
    }

    private static String kind(String stream) {
        var hyphen = stream.indexOf('-');
        return hyphen < 0 ? stream : stream.substring(0, hyphen);
    }

    /** What a command's look has shown of its neighbours. */
    Seen seen(String command, Known known, Map<String, DomainEventStream> tails) {
        return new Seen(command, completed(known, tails), new HashSet<>());
    }

    @Override
    public Map<String, List<LedgerEvent>> read(Set<String> streams) {
        @Nullable
        Seen seen = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(SEEN) : null;
        if (seen == null) {
            return now(streams);
        }
        streams.stream().filter(stream -> !stream.equals(seen.command())).forEach(seen.asked()::add);
        var asked = Set.copyOf(seen.asked());
        if (!asked.equals(lastAsked.getIfPresent(seen.command()))) {
            lastAsked.put(seen.command(), asked);
        }
        if (asked.size() <= FEW) {
            askedByKind.put(kind(seen.command()), asked);
        }
        var others = new HashSet<>(streams);
        others.removeAll(seen.streams().keySet());
        Map<String, List<LedgerEvent>> read = others.isEmpty() ? new HashMap<>() : now(others);
        streams.forEach(stream -> {
            @Nullable List<LedgerEvent> events = seen.streams().get(stream);
            if (events != null) {
                read.put(stream, events);
            }
        });
        return read;
    }

    private Map<String, List<LedgerEvent>> now(Set<String> streams) {
        var known = known(streams);
        return completed(known, record.tails(known.firstSequences()));
    }

    private Known known(Set<String> streams) {
        Map<String, List<LedgerEvent>> known = new HashMap<>();
        for (var stream : streams) {
            @Nullable List<LedgerEvent> events = cache.getIfPresent(stream);
            known.put(stream, events == null ? List.of() : events);
        }
        return new Known(known);
    }

    private Map<String, List<LedgerEvent>> completed(Known known, Map<String, DomainEventStream> tails) {
        Map<String, List<LedgerEvent>> now = new HashMap<>(known.streams());
        now.replaceAll((stream, events) -> {
            @Nullable DomainEventStream tail = tails.get(stream);
            return tail == null || !tail.hasNext() ? events : remember(stream, events, tail);
        });
        return now;
    }

    @Override
    public Map<String, List<LedgerEvent>> readThrough(Set<String> streams) {
        Map<String, Long> fromTheStart = new HashMap<>();
        streams.forEach(stream -> fromTheStart.put(stream, 0L));
        Map<String, List<LedgerEvent>> read = new HashMap<>();
        record.tails(fromTheStart).forEach((stream, events) -> {
            var all = new ArrayList<LedgerEvent>();
            events.forEachRemaining(event -> all.add((LedgerEvent) event.getPayload()));
            read.put(stream, List.copyOf(all));
        });
        return read;
    }

    @Override
    public boolean imported(String stream, long sequence) {
        var events = record.events().readEvents(stream, sequence);
        return events.hasNext() && "import".equals(events.next().getMetaData().get(LedgerMetadata.ORIGIN));
    }

    @Override
    public Optional<LedgerEvent> first(String stream) {
        return at(stream, 0);
    }

    @Override
    public Optional<LedgerEvent> at(String stream, long sequence) {
        var events = record.events().readEvents(stream, sequence);
        return events.hasNext() ? Optional.of((LedgerEvent) events.next().getPayload()) : Optional.empty();
    }

    private List<LedgerEvent> remember(String stream, List<LedgerEvent> known, DomainEventStream tail) {
        var all = new ArrayList<>(known);
        tail.forEachRemaining(event -> all.add((LedgerEvent) event.getPayload()));
        var now = List.copyOf(all);
        if (now.size() <= LONGEST) {
            cache.put(stream, now);
        }
        return now;
    }
}
