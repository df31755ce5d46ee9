package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the record ends, as far as this node has heard: from its own appender at once, from other nodes by the
 * database's notification, and by looking once a second should a notification be lost.
 *
 * <p>What comes after a quiet moment is announced at once; in a stream of news every {@link #BEAT}, in a torrent every {@link
 * #LONG_BEAT}, so that all who follow take in together what came meanwhile, instead of one small transaction each for every
 * append.
 */
final class Head implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Head.class);
    private static final int LOOK_EVERY_MS = 1000;
    private static final int LISTEN_MS = 100;

    /** A reader who wrote waits so much longer at most; a view under load commits a hundred times a second at most. */
    static final Duration BEAT = Duration.ofMillis(10);

    /** When so much comes in one beat that it is followed better in larger parts. */
    static final Duration LONG_BEAT = Duration.ofMillis(25);

    /** Events between two announcements after which the next beat is a long one. */
    private static final long MANY = 16;

    private final ConnectionSource source;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private final Thread thread;
    private final Thread announcer;
    private long heard;
    private volatile long position;
    private volatile @Nullable Connection watching;
    private volatile boolean closed;

    Head(ConnectionSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().name("ledger-head").daemon().start(this::run);
        this.announcer = Thread.ofPlatform().name("ledger-announcer").daemon().start(this::announce);
    }

    /** As announced last: never further on than the record, and at most a {@link #LONG_BEAT} behind what was heard. */
    long position() {
        return position;
    }

    /** Hears that the record ends here or further on. */
    void advancedTo(long newPosition) {
        synchronized (lock) {
            if (newPosition > heard) {
                heard = newPosition;
                lock.notifyAll();
            }
        }
    }

    private void announce() {
        try {
            while (!closed) {
                long news;
                synchronized (lock) {
                    while (heard <= position) {
                        lock.wait();
                    }
                    news = heard - position;
                    position = heard;
                }
                listeners.forEach(Head::wake);
                Thread.sleep(news < MANY ? BEAT : LONG_BEAT);
            }
        } catch (InterruptedException e) {
            LOG.debug("The record's head is announced no more");
        }
    }

    /** A processor that stops before its stream is closed must not keep the news from the others. */
    private static void wake(Runnable listener) {
        try {
            listener.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("A processor has stopped before its stream was closed", e);
        } catch (RuntimeException e) {
            LOG.error("A processor could not be told of news; it looks by itself within a second", e);
        }
    }

    /** Calls back whenever the head moves; the callback must only wake somebody. */
    void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void run() {
        @Nullable Connection connection = null;
        while (!closed) {
            try {
                if (connection == null) {
                    connection = source.open();
                    watching = connection;
                    try (var listen = connection.createStatement()) {
                        listen.execute("listen ledger_head");
                    }
                }
                look(connection);
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                connection = abandon(connection, e);
            }
        }
        abandon(connection, null);
    }

    /** Listens in short turns, which cost no query, so that closing is not kept waiting. */
    private void listen(PGConnection connection) throws SQLException {
        for (var turn = 0; turn < LOOK_EVERY_MS / LISTEN_MS && !closed; turn++) {
            for (var notification : connection.getNotifications(LISTEN_MS)) {
                advancedTo(Long.parseLong(notification.getParameter()));
            }
        }
    }

    private void look(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select position from ledger.head")) {
            if (rows.next()) {
                advancedTo(rows.getLong(1));
            }
        }
    }

    private @Nullable Connection abandon(@Nullable Connection connection, @Nullable SQLException failure) {
        if (failure != null && !closed) {
            LOG.warn("The ledger's head can't be watched: {}", failure.getMessage());
            pause();
        }
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A broken connection did not close", e);
            }
        }
        return null;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        announcer.interrupt();
        var open = watching;
        try {
            if (open != null) {
                // it waits for a notification; nothing else ends that at once
                open.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection that watched the head did not end", e);
        }
        try {
            thread.join(2L * LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
