package org.matterledger.launcher.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.matterledger.command.StreamReader;
import org.matterledger.events.LedgerEvent;

/** Short streams that other streams' decisions look at: remembered, and always read with their tail. */
final class NeighbourStreams implements StreamReader {

    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 500;

    private final EventStore events;
    private final Cache<String, List<LedgerEvent>> cache =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    NeighbourStreams(EventStore events) {
        this.events = events;
    }

    @Override
    public Map<String, List<LedgerEvent>> read(Set<String> streams) {
        Map<String, List<LedgerEvent>> read = new HashMap<>();
        streams.forEach(stream -> read.put(stream, read(stream)));
        return read;
    }

    private List<LedgerEvent> read(String stream) {
        var known = cache.get(stream, ignored -> List.of());
        var tail = events.readEvents(stream, known.size());
        if (!tail.hasNext()) {
            return known;
        }
        var all = new ArrayList<>(known);
        tail.forEachRemaining(event -> all.add((LedgerEvent) event.getPayload()));
        var now = List.copyOf(all);
        if (now.size() <= LONGEST) {
            cache.put(stream, now);
        }
        return now;
    }
}
