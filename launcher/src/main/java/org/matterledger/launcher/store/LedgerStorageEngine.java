package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's seam to the record in PostgreSQL. Appending serialises on the caller, hands over to the {@link Appender} and
 * waits; it runs in the unit of work's PREPARE_COMMIT, so that nothing is answered or remembered before it is durable.
 */
final class LedgerStorageEngine implements EventStorageEngine {

    /** Under this key the unit of work holds the position of what it appended. */
    static final String POSITION = "ledger.position";

    private static final int PAGE = 1000;

    private final DataSource reads;
    private final Appender appender;
    private final TailReader tails;
    private final EventCodec codec;
    private final RecentEvents recent = new RecentEvents(this::page);

    LedgerStorageEngine(DataSource reads, Appender appender, TailReader tails, EventCodec codec) {
        this.reads = reads;
        this.appender = appender;
        this.tails = tails;
        this.codec = codec;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        var stored = events.stream()
                .map(event -> codec.encode((DomainEventMessage<?>) event))
                .toList();
        var position = appender.append(stored);
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(POSITION, position);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return whole(stream, tails.read(stream, firstSequence));
    }

    /** Several streams from a sequence on, in one statement. */
    Map<String, DomainEventStream> readEvents(Map<String, Long> firstSequences) {
        var streams = List.copyOf(firstSequences.keySet());
        return whole(
                streams,
                tails.read(streams, streams.stream().map(firstSequences::get).toList()));
    }

    /** The streams whose tails were read, each to its end. */
    Map<String, DomainEventStream> whole(List<String> streams, List<List<StoredEvent>> read) {
        Map<String, DomainEventStream> events = new HashMap<>();
        for (var i = 0; i < streams.size(); i++) {
            events.put(streams.get(i), whole(streams.get(i), read.get(i)));
        }
        return events;
    }

    private DomainEventStream whole(String stream, List<StoredEvent> tail) {
        if (tail.size() < TailReader.LONGEST) {
            return stream(tail.stream());
        }
        return stream(Stream.concat(
                tail.stream(), Stream.of(tail.getLast().sequence() + 1).flatMap(next -> rest(stream, next))));
    }

    private Stream<StoredEvent> rest(String stream, long firstSequence) {
        return Stream.iterate(
                        page(stream, firstSequence),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.<StoredEvent>of()
                                : page(stream, page.getLast().sequence() + 1))
                .flatMap(List::stream);
    }

    private List<StoredEvent> page(String stream, long firstSequence) {
        return read(connection -> EventRows.ofStream(connection, stream, firstSequence, PAGE));
    }

    private DomainEventStream stream(Stream<StoredEvent> events) {
        return DomainEventStream.of(events.map(event -> LazyEvent.inStream(event, codec)));
    }

    /** Events after a position, as many as a processor digests at once. */
    List<TrackedEventMessage<?>> after(long position, int limit) {
        return recent.after(position, limit);
    }

    private List<TrackedEventMessage<?>> page(long position, int limit) {
        List<StoredEvent> events = read(connection -> EventRows.after(connection, position, limit));
        var messages = new ArrayList<TrackedEventMessage<?>>(events.size());
        events.forEach(event -> messages.add(LazyEvent.inOrder(event, codec)));
        return messages;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        after(positionOf(token), PAGE),
                        page -> !page.isEmpty(),
                        page -> after(positionOf(page.getLast().trackingToken()), PAGE))
                .flatMap(List::stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return read(connection -> {
            try (var query = connection.prepareStatement(
                    "select sequence from ledger.event where stream = ? order by sequence desc limit 1")) {
                query.setString(1, stream);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    /** The position of the first event of one of these types after a position and up to another; 0 for none. */
    long firstOf(Collection<String> types, long after, long upTo) {
        return read(connection -> EventRows.firstOf(connection, types, after, upTo));
    }

    /** The position of the last event; 0 when there is none. */
    long head() {
        return read(connection -> {
            try (var query = connection.prepareStatement("select position from ledger.head");
                    var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return read(connection -> {
            try (var query = connection.prepareStatement(
                    "select coalesce(max(position), 0) from ledger.event where stored_at < ?")) {
                query.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return new GlobalSequenceTrackingToken(rows.getLong(1));
                }
            }
        });
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** Snapshots are immutable states in a table of their own; Axon's are not used. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("Snapshots are kept by the memory of streams");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    private <T> T read(ReadConnection.Read<T> read) {
        try (var connection = reads.getConnection()) {
            return read.from(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("The database can't be read: " + e.getMessage(), e);
        }
    }
}
