package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came after what is remembered of a stream, for many callers in one statement: a command never decides on
 * memory alone, since another node may have appended. A lone caller reads by itself; callers that meet are served
 * together.
 */
final class TailReader implements AutoCloseable {

    /** A tail longer than this is read in pages by its own caller. */
    static final int LONGEST = 256;

    private static final int BATCH = 128;
    private static final String TAILS = "select w.n, " + EventRows.COLUMNS
            + " from unnest(?::text[], ?::bigint[]) with ordinality as w(stream, first, n)"
            + " left join lateral (select * from ledger.event t where t.stream = w.stream and t.sequence >= w.first"
            + " order by t.sequence limit " + LONGEST + ") e on true order by w.n, e.sequence";

    private record Wanted(
            List<String> streams, List<Long> firstSequences, CompletableFuture<List<List<StoredEvent>>> tails) {

        Stream<Tail> each() {
            return IntStream.range(0, streams.size()).mapToObj(i -> new Tail(streams.get(i), firstSequences.get(i)));
        }
    }

    private record Tail(String stream, long first) {}

    private final ReadConnection alone;
    private final ReadConnection together;
    private final Semaphore lane = new Semaphore(1);
    private final BlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    TailReader(ConnectionSource source) {
        this.alone = new ReadConnection(source);
        this.together = new ReadConnection(source);
        this.thread = Thread.ofPlatform().name("ledger-tails").daemon().start(this::run);
    }

    /** What a stream holds from a sequence on, in order, up to {@link #LONGEST} events. */
    List<StoredEvent> read(String stream, long firstSequence) {
        return read(List.of(stream), List.of(firstSequence)).getFirst();
    }

    /** The same of several streams at once, in their order. */
    List<List<StoredEvent>> read(List<String> streams, List<Long> firstSequences) {
        if (queue.isEmpty() && lane.tryAcquire()) {
            try {
                return alone.call(connection -> tails(connection, streams, firstSequences));
            } finally {
                lane.release();
            }
        }
        if (closed) {
            throw new LedgerUnavailable("The ledger is stopping");
        }
        var wanted = new Wanted(streams, firstSequences, new CompletableFuture<>());
        queue.add(wanted);
        if (closed && queue.remove(wanted)) {
            throw new LedgerUnavailable("The ledger is stopping");
        }
        try {
            return wanted.tails().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        var batch = new ArrayList<Wanted>(BATCH);
        while (!closed || !queue.isEmpty()) {
            try {
                @Nullable Wanted first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    serve(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** Commands of one firm look at the same calendar, policy and staff: what several ask for is read once. */
    private void serve(List<Wanted> batch) {
        try {
            var places = new LinkedHashMap<Tail, Integer>();
            batch.stream().flatMap(Wanted::each).forEach(tail -> places.putIfAbsent(tail, places.size()));
            var read = together.call(connection -> tails(
                    connection,
                    places.keySet().stream().map(Tail::stream).toList(),
                    places.keySet().stream().map(Tail::first).toList()));
            for (var wanted : batch) {
                wanted.tails()
                        .complete(wanted.each()
                                .map(tail -> read.get(Objects.requireNonNull(places.get(tail))))
                                .toList());
            }
        } catch (Throwable e) {
            batch.forEach(wanted -> wanted.tails().completeExceptionally(e));
        }
    }

    private static List<List<StoredEvent>> tails(Connection connection, List<String> streams, List<Long> firstSequences)
            throws SQLException {
        var tails = new ArrayList<List<StoredEvent>>(streams.size());
        try (var query = connection.prepareStatement(TAILS)) {
            query.setArray(1, connection.createArrayOf("text", streams.toArray()));
            query.setArray(2, connection.createArrayOf("bigint", firstSequences.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(1) > tails.size()) {
                        tails.add(new ArrayList<>());
                    }
                    rows.getLong(2);
                    if (!rows.wasNull()) {
                        tails.getLast().add(EventRows.read(rows, 2));
                    }
                }
            }
        }
        return tails;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        alone.close();
        together.close();
    }
}
