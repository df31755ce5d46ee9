package org.matterledger.launcher.store;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to an Axon Server. It heals by itself; what its client would say to every attempt is said here once,
 * when the server goes and when it is back.
 */
final class AxonServerLink implements AutoCloseable {

    static final String COMPONENT = "matter-ledger";

    /** How long one question may take. */
    static final Duration ANSWER = Duration.ofSeconds(5);

    /** What is read may be larger than what may be sent: the server adds a position to each event. */
    static final int LARGEST_READ = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerLink.class);

    /** The only one that the open-source edition has. */
    private static final String CONTEXT = "default";

    private static final int CONNECT_MS = 3000;
    private static final int RECONNECT_MS = 2000;
    private static final int HEARTBEAT_MS = 3000;
    private static final int LOOK_EVERY_MS = 1000;

    private final AxonServerAddress address;
    private final AxonServerConnectionManager connections;
    private final Thread watch;
    private volatile boolean closed;

    /** @throws CannotRun when no Axon Server answers there in that time */
    AxonServerLink(AxonServerAddress address, Duration patience) {
        AxonServerProbe.require(address, CONTEXT, patience);
        this.address = address;
        var configuration = AxonServerConfiguration.builder()
                .servers(address.toString())
                .componentName(COMPONENT)
                .context(CONTEXT)
                .suppressDownloadMessage()
                .connectTimeout(CONNECT_MS)
                .maxMessageSize(LARGEST_READ)
                .build();
        configuration.setReconnectInterval(RECONNECT_MS);
        configuration.getHeartbeat().setInterval(HEARTBEAT_MS);
        configuration.getHeartbeat().setTimeout(HEARTBEAT_MS);
        this.connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        connections.start();
        this.watch =
                Thread.ofPlatform().name("ledger-axon-server-watch").daemon().start(this::watch);
    }

    /** The events of the server's only context. */
    EventChannel events() {
        if (closed) {
            throw new LedgerUnavailable("The ledger is stopping");
        }
        return connections.getConnection().eventChannel();
    }

    /** @throws LedgerUnavailable when the answer is a failure, or doesn't come in time */
    <T> T answer(CompletableFuture<T> question) {
        try {
            return question.orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw away(e);
        }
    }

    static LedgerUnavailable away(Throwable failure) {
        return new LedgerUnavailable("The Axon Server does not answer", failure);
    }

    /** What a failure comes down to, in words. */
    static String reason(Throwable failure) {
        var cause = cause(failure);
        return cause instanceof TimeoutException ? "it took too long" : cause.toString();
    }

    /** What failed, without the future that carried it. */
    static Throwable cause(Throwable failure) {
        @Nullable Throwable within = failure.getCause();
        return failure instanceof CompletionException && within != null ? cause(within) : failure;
    }

    private void watch() {
        var there = true;
        while (!closed) {
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                return;
            }
            var now = connections.isConnected(CONTEXT);
            if (now != there && !closed) {
                if (now) {
                    LOG.warn("The Axon Server at {} answers again", address);
                } else {
                    LOG.warn("The Axon Server at {} is lost; nothing is recorded until it is back", address);
                }
                there = now;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        connections.shutdown();
    }
}
