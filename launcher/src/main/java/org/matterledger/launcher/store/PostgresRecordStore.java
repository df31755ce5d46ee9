package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.matterledger.events.ClaimEvent.ClaimTaken;

/** The record in PostgreSQL. */
final class PostgresRecordStore implements RecordStore {

    /** How many commands may wait to be recorded, where {@code ledger.append-queue} says nothing else. */
    static final int QUEUE = 4096;

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Head head;
    private final Appender appender;
    private final TailReader tails;
    private final EventCodec codec;
    private final LedgerStorageEngine engine;
    private final LedgerEventStore events;

    PostgresRecordStore(ConnectionSource connections, DataSource reads, EventCodec codec) {
        this(connections, new AppendConnection(connections), reads, codec);
    }

    /** @param queue how many commands may wait to be recorded; one more is answered 503 */
    PostgresRecordStore(ConnectionSource connections, int queue, DataSource reads, EventCodec codec) {
        this(connections, new AppendConnection(connections), queue, PATIENCE, reads, codec);
    }

    /** With an append connection of its own kind: tests cut it off. */
    PostgresRecordStore(ConnectionSource connections, AppendConnection append, DataSource reads, EventCodec codec) {
        this(connections, append, QUEUE, PATIENCE, reads, codec);
    }

    /** With a queue and a patience of their own as well: tests fill the one and exhaust the other. */
    PostgresRecordStore(
            ConnectionSource connections,
            AppendConnection append,
            int queue,
            Duration patience,
            DataSource reads,
            EventCodec codec) {
        this.codec = codec;
        this.head = new Head(connections);
        this.appender = new Appender(append, queue, patience, head::advancedTo);
        this.tails = new TailReader(connections);
        this.engine = new LedgerStorageEngine(reads, appender, tails, codec);
        this.events = LedgerEventStore.over(engine, position -> new LedgerStream(engine, head, position));
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public long head() {
        return engine.head();
    }

    @Override
    public long positionOfAppend() {
        return (long) CurrentUnitOfWork.get().root().resources().getOrDefault(LedgerStorageEngine.POSITION, 0L);
    }

    @Override
    public Map<String, DomainEventStream> tails(Map<String, Long> firstSequences) {
        return engine.readEvents(firstSequences);
    }

    @Override
    public long firstOf(Collection<String> types, long after, long upTo) {
        return engine.firstOf(types, after, upTo);
    }

    @Override
    public boolean looksFromTheStart() {
        return true;
    }

    @Override
    public Optional<Claimed> claim(String stream) {
        return tails.read(stream, 0).stream().findFirst().map(this::claimed);
    }

    private Claimed claimed(StoredEvent stored) {
        return new Claimed(
                (ClaimTaken) codec.decode(stored.type(), stored.revision(), stored.payload()), stored.position());
    }

    @Override
    public Look look(List<String> claims, Map<String, Long> firstSequences) {
        var streams = List.copyOf(firstSequences.keySet());
        var all = Stream.concat(claims.stream(), streams.stream()).toList();
        var firsts = Stream.concat(
                        claims.stream().map(claim -> 0L), streams.stream().map(firstSequences::get))
                .toList();
        var read = tails.read(all, firsts);
        return new Look(
                read.subList(0, claims.size()).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(this::claimed),
                engine.whole(streams, read.subList(claims.size(), read.size())));
    }

    @Override
    public void close() {
        appender.close();
        tails.close();
        head.close();
    }
}
