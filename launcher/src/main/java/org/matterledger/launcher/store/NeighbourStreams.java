package org.matterledger.launcher.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.matterledger.command.StreamReader;
import org.matterledger.events.LedgerEvent;

/** Short streams that other streams' decisions look at: remembered, and always read with their tail. */
final class NeighbourStreams implements StreamReader {

    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 500;

    private final RecordStore record;
    private final Cache<String, List<LedgerEvent>> cache =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    NeighbourStreams(RecordStore record) {
        this.record = record;
    }

    @Override
    public Map<String, List<LedgerEvent>> read(Set<String> streams) {
        Map<String, List<LedgerEvent>> read = new HashMap<>();
        Map<String, Long> firstSequences = new HashMap<>();
        for (var stream : streams) {
            var known = cache.getIfPresent(stream);
            read.put(stream, known == null ? List.of() : known);
            firstSequences.put(stream, (long) read.get(stream).size());
        }
        record.tails(firstSequences).forEach((stream, tail) -> {
            if (tail.hasNext()) {
                read.merge(stream, List.of(), (known, ignored) -> remember(stream, known, tail));
            }
        });
        return read;
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
    public Optional<LedgerEvent> first(String stream) {
        var events = record.events().readEvents(stream);
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
