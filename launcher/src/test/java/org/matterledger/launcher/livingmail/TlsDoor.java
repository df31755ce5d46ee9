package org.matterledger.launcher.livingmail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before an IMAP server that knows no encryption, and encrypts what goes through: at once, or when asked to. */
final class TlsDoor implements AutoCloseable {

    private final ServerSocket socket;
    private final SSLContext certificate;
    private final boolean whenAsked;
    private final int behind;

    /**
     * @param whenAsked for STARTTLS
     * @param behind the port of the server
     */
    TlsDoor(SSLContext certificate, boolean whenAsked, int behind) throws IOException {
        this.certificate = certificate;
        this.whenAsked = whenAsked;
        this.behind = behind;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void open() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> pass(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket caller) {
        try (caller;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (whenAsked) {
                line(server.getInputStream());
                untilAskedToEncrypt(caller);
            }
            var encrypted =
                    (SSLSocket) certificate.getSocketFactory().createSocket(caller, null, caller.getPort(), false);
            encrypted.setUseClientMode(false);
            var there = Thread.ofVirtual().start(() -> copy(encrypted, server));
            copy(server, encrypted);
            there.join();
        } catch (IOException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException gone) {
            return;
        }
    }

    private static void untilAskedToEncrypt(Socket caller) throws IOException {
        say(caller.getOutputStream(), "* OK IMAP4rev1 ready");
        while (true) {
            var asked = line(caller.getInputStream()).split(" ");
            if (asked[1].equals("STARTTLS")) {
                say(caller.getOutputStream(), asked[0] + " OK begin");
                return;
            }
            say(caller.getOutputStream(), "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED");
            say(caller.getOutputStream(), asked[0] + " OK done");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
