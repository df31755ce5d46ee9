package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.matterledger.events.ClaimEvent.ClaimTaken;
import org.matterledger.launcher.home.CannotRun;

/**
 * The record on an Axon Server, whose promise the order and the append-only are. The server doesn't say where an event
 * stands in the whole: the position after an append is the record's head.
 */
final class AxonServerRecordStore implements RecordStore {

    private static final int AT_ONCE = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofSeconds(10);

    private final AxonServerLink link;
    private final AxonServerReads reads;
    private final AxonServerAppender appender;
    private final AxonServerLookahead lookahead;
    private final AxonServerForm form;
    private final EventCodec codec;
    private final LedgerEventStore events;

    /** @throws CannotRun when no Axon Server answers there */
    AxonServerRecordStore(AxonServerAddress address, EventCodec codec) {
        this(address, AxonServerTransactions::new, codec);
    }

    /** With transactions of its own kind: tests cut them off. */
    AxonServerRecordStore(
            AxonServerAddress address,
            Function<AxonServerLink, AxonServerTransactions> transactions,
            EventCodec codec) {
        this.codec = codec;
        this.link = new AxonServerLink(address, START);
        this.reads = new AxonServerReads(link);
        this.appender = new AxonServerAppender(transactions.apply(link), reads, AT_ONCE, PATIENCE);
        this.lookahead = new AxonServerLookahead(link);
        this.form = new AxonServerForm(codec);
        this.events = LedgerEventStore.over(
                new AxonServerEngine(appender, reads, form, codec),
                position -> new AxonServerStream(link, form, codec, position));
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public long head() {
        return reads.head();
    }

    @Override
    public long positionOfAppend() {
        return (long) CurrentUnitOfWork.get().root().resources().getOrDefault(LedgerStorageEngine.POSITION, 0L);
    }

    @Override
    public long firstOf(Collection<String> types, long after, long upTo) {
        return lookahead.firstOf(types, after, upTo);
    }

    @Override
    public Optional<Claimed> claim(String stream) {
        return reads.at(stream, 0)
                .map(event -> form.fromServer(event, 0))
                .map(stored -> (ClaimTaken) codec.decode(stored.type(), stored.revision(), stored.payload()))
                .map(claim -> new Claimed(claim, head()));
    }

    @Override
    public void close() {
        appender.close();
        link.close();
    }
}
