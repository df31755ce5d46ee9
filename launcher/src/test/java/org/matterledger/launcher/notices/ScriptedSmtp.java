package org.matterledger.launcher.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on this machine that answers as it is told, for what a polite one never does: refusing, putting off,
 * breaking off, and offering encryption or not.
 */
public final class ScriptedSmtp implements AutoCloseable {

    private static final String OK = "250 fine";

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> answers = command -> OK;

    /** @param tls what it encrypts with; nothing where it offers no encryption */
    public ScriptedSmtp(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it answers to each command; {@code "."} stands for the end of a letter, and an empty answer for hanging up. */
    public ScriptedSmtp answering(UnaryOperator<String> script) {
        answers = script;
        return this;
    }

    /** What was said to it, the letters apart. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** The letters that came to their end, whatever it answered. */
    public List<String> letters() {
        return List.copyOf(letters);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> converse(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket caller) {
        try (caller) {
            say(caller, "220 scripted");
            talk(caller);
        } catch (IOException hungUp) {
            return;
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(caller, greeting(caller));
                case "STARTTLS" -> {
                    say(caller, "220 go on");
                    talk(encrypted(caller));
                    return;
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                case "DATA" -> {
                    say(caller, "354 go on");
                    letters.add(letter(in));
                    if (hungUp(caller, ".")) {
                        return;
                    }
                }
                default -> {
                    if (hungUp(caller, line)) {
                        return;
                    }
                }
            }
        }
    }

    private boolean hungUp(Socket caller, String command) throws IOException {
        var answer = answers.apply(command);
        if (!answer.isEmpty()) {
            say(caller, answer);
        }
        return answer.isEmpty();
    }

    private String greeting(Socket caller) {
        return tls == null || caller instanceof SSLSocket
                ? "250-scripted\r\n250 AUTH PLAIN"
                : "250-scripted\r\n250 STARTTLS";
    }

    private SSLSocket encrypted(Socket caller) throws IOException {
        if (tls == null) {
            throw new IOException("No encryption was offered");
        }
        var encrypted = (SSLSocket) tls.getSocketFactory()
                .createSocket(caller, caller.getInetAddress().getHostAddress(), caller.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void say(Socket caller, String answer) throws IOException {
        var out = caller.getOutputStream();
        out.write((answer + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
