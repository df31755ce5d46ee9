package org.matterledger.launcher.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Load on loopback from a process of its own: so many connections, each sending its next request when the last one was
 * answered. As little of the machine as possible goes into the client.
 */
public final class Load {

    private static final int PATIENCE_SECONDS = 20;

    private final int port;
    private final String admission;

    /** @param admission the header that lets each request in: {@code Authorization: …} or {@code Cookie: …} */
    public Load(int port, String admission) {
        this.port = port;
        this.admission = admission;
    }

    /**
     * How long answers took.
     *
     * @param all how many came, those of the warm-up included
     * @param counted how many of them came after it
     * @param median in nanoseconds
     * @param p99 in nanoseconds
     */
    public record Timings(long all, long counted, double median, double p99) {}

    /**
     * Gets a path again and again, and times each answer from the first byte sent to the last one received.
     *
     * @param warmUp how long answers are not counted: this process is new
     * @param span how long they are
     * @throws IllegalStateException when an answer is not 2xx, or does not come within {@value #PATIENCE_SECONDS} seconds
     */
    public Timings get(String path, int connections, Duration warmUp, Duration span) throws InterruptedException {
        var begin = System.nanoTime() + warmUp.toNanos();
        var all = new LongAdder();
        var taken = new ConcurrentLinkedQueue<Double>();
        var request = request("GET " + path, "Accept: application/json, text/html", "");
        run(connections, begin + span.toNanos(), ignored -> request, (sent, answered) -> {
            all.increment();
            if (sent >= begin) {
                taken.add((double) (answered - sent));
            }
        });
        var times = taken.stream().mapToDouble(Double::doubleValue).toArray();
        if (times.length == 0) {
            throw new IllegalStateException("No answer came within the time that is measured");
        }
        return new Timings(all.sum(), times.length, Measure.median(times), Measure.percentile(99, times));
    }

    /**
     * Posts a body again and again.
     *
     * @param paths each connection goes through them in turn
     * @return answers a second
     * @throws IllegalStateException when an answer is not 2xx, or does not come within {@value #PATIENCE_SECONDS} seconds
     */
    public double postsPerSecond(List<String> paths, String body, int connections, Duration span)
            throws InterruptedException {
        var answers = new LongAdder();
        var start = System.nanoTime();
        run(
                connections,
                start + span.toNanos(),
                number -> post(paths.get(number % paths.size()), body),
                (sent, answered) -> answers.increment());
        return answers.sum() * 1e9 / (System.nanoTime() - start);
    }

    /** Hears of each answer. */
    @FunctionalInterface
    private interface Answered {

        void between(long sent, long answered);
    }

    private void run(int connections, long end, IntFunction<byte[]> requests, Answered answered)
            throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = new Thread[connections];
        for (var i = 0; i < connections; i++) {
            var first = i;
            threads[i] = Thread.ofVirtual().start(() -> {
                try {
                    connection(first, end, requests, answered);
                } catch (IOException | RuntimeException e) {
                    failures.add(e);
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "A request failed: " + failures.peek().getMessage(), failures.peek());
        }
    }

    private void connection(int first, long end, IntFunction<byte[]> requests, Answered answered) throws IOException {
        var next = first;
        while (System.nanoTime() < end) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(1000 * PATIENCE_SECONDS);
                var in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
                var out = socket.getOutputStream();
                var open = true;
                while (open && System.nanoTime() < end) {
                    var request = requests.apply(next++);
                    var sent = System.nanoTime();
                    out.write(request);
                    open = answer(in);
                    answered.between(sent, System.nanoTime());
                }
            } catch (SocketTimeoutException e) {
                throw new IllegalStateException("No answer within " + PATIENCE_SECONDS + " seconds", e);
            }
        }
    }

    private byte[] post(String path, String body) {
        return request(
                "POST " + path,
                "Idempotency-Key: " + UUID.randomUUID()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length,
                body);
    }

    private byte[] request(String what, String headers, String body) {
        return (what + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + admission + "\r\n" + headers + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads an answer to its end. @return whether the connection stays open */
    private static boolean answer(InputStream in) throws IOException {
        var status = line(in);
        var length = 0;
        var chunked = false;
        var open = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            open &= !(lower.startsWith("connection:") && lower.contains("close"));
        }
        var body = chunked ? chunks(in) : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IllegalStateException(status + " " + body);
        }
        return open;
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        for (var size = size(in); size > 0; size = size(in)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).trim(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
