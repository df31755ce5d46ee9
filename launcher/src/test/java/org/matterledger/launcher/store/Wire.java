package org.matterledger.launcher.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.database.DatabaseAccess;

/** A stretch of loopback between a node and PostgreSQL that a test cuts, or holds still, in the middle of an append. */
final class Wire implements AutoCloseable {

    /** Where an append is cut off. */
    enum Cut {
        BEFORE_THE_REQUEST,
        WITHIN_THE_REQUEST,
        AFTER_THE_REQUEST,
        BEFORE_THE_ANSWER,
        WITHIN_THE_ANSWER,
        BEFORE_THE_ANSWER_FOR_GOOD
    }

    /** The last bytes of a request, kept back until they are let go. */
    private record Hold(int bytes, CountDownLatch holding, CountDownLatch released) {}

    private static final int CHUNK = 1 << 16;

    private final DatabaseAccess access;
    private final URI target;
    private final ServerSocket entrance;
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Hold hold;
    private volatile boolean down;

    Wire(DatabaseAccess access) {
        this.access = access;
        this.target = URI.create(access.url().substring("jdbc:".length()));
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database, reached over this wire. */
    DatabaseAccess through() {
        return new DatabaseAccess(
                access.url().replace(":" + target.getPort() + "/", ":" + entrance.getLocalPort() + "/"),
                access.owner(),
                access.ownerPassword(),
                access.application(),
                access.applicationPassword());
    }

    void cutNext(Cut cut) {
        cuts.add(cut);
    }

    /** Lets the next append come through but for its last bytes. */
    void holdBack(int bytes) {
        hold = new Hold(bytes, new CountDownLatch(1), new CountDownLatch(1));
    }

    /** Waits until an append is held. */
    void awaitHeld() throws InterruptedException {
        var held = hold;
        if (held != null) {
            held.holding().await();
        }
    }

    void letGo() {
        var held = hold;
        hold = null;
        if (held != null) {
            held.released().countDown();
        }
    }

    void down() {
        down = true;
        open.forEach(Wire::end);
    }

    void up() {
        down = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (down) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                down = down || entrance.isClosed();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        var line = new Line(client, server);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(line::requests);
        Thread.ofVirtual().start(line::answers);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        letGo();
        entrance.close();
        down();
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile @Nullable Cut answerCut;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            pump(client, server, (chunk, length) -> {
                if (!new String(chunk, 0, length, ISO_8859_1).contains("ledger.append(")) {
                    return length;
                }
                var held = hold;
                if (held != null) {
                    server.getOutputStream().write(chunk, 0, length - held.bytes());
                    held.holding().countDown();
                    held.released().await();
                    server.getOutputStream().write(chunk, length - held.bytes(), held.bytes());
                    return 0;
                }
                var cut = cuts.poll();
                answerCut = cut;
                return switch (cut) {
                    case BEFORE_THE_REQUEST -> cutAfter(server, chunk, 0);
                    case WITHIN_THE_REQUEST -> cutAfter(server, chunk, length / 2);
                    case AFTER_THE_REQUEST -> cutAfter(server, chunk, length);
                    case BEFORE_THE_ANSWER, WITHIN_THE_ANSWER, BEFORE_THE_ANSWER_FOR_GOOD -> length;
                    case null -> length;
                };
            });
        }

        void answers() {
            pump(server, client, (chunk, length) -> {
                var cut = answerCut;
                if (cut == null) {
                    return length;
                }
                if (cut == Cut.BEFORE_THE_ANSWER_FOR_GOOD) {
                    down();
                }
                return cutAfter(client, chunk, cut == Cut.WITHIN_THE_ANSWER ? length / 2 : 0);
            });
        }

        private int cutAfter(Socket to, byte[] chunk, int length) throws IOException {
            to.getOutputStream().write(chunk, 0, length);
            end(server);
            end(client);
            return 0;
        }

        private void pump(Socket from, Socket to, Passage passage) {
            var chunk = new byte[CHUNK];
            try {
                for (int length; (length = from.getInputStream().read(chunk)) >= 0; ) {
                    to.getOutputStream().write(chunk, 0, passage.letThrough(chunk, length));
                }
            } catch (IOException | InterruptedException e) {
                answerCut = null;
            } finally {
                end(from);
                end(to);
                open.remove(from);
                open.remove(to);
            }
        }
    }

    /** Decides how much of a chunk is passed on by the pump itself. */
    @FunctionalInterface
    private interface Passage {
        int letThrough(byte[] chunk, int length) throws IOException, InterruptedException;
    }
}
