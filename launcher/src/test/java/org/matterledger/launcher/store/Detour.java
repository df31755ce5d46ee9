package org.matterledger.launcher.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Another way to a server, which a test closes and opens again. */
final class Detour implements AutoCloseable {

    private final AxonServerAddress target;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Detour(AxonServerAddress target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    AxonServerAddress address() {
        return new AxonServerAddress("127.0.0.1", entrance.getLocalPort());
    }

    /** Cuts what is connected, and lets nobody in. */
    void shut() {
        closed = true;
        open.forEach(Detour::end);
    }

    void reopen() {
        closed = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var inside = entrance.accept();
                if (closed) {
                    inside.close();
                } else {
                    var outside = new Socket(target.host(), target.port());
                    open.add(inside);
                    open.add(outside);
                    Thread.ofVirtual().start(() -> pass(inside, outside));
                    Thread.ofVirtual().start(() -> pass(outside, inside));
                }
            } catch (IOException e) {
                closed = entrance.isClosed() || closed;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            open.remove(from);
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
