package org.matterledger.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;

/** The first page of the silence board and of a work list with 20 000 open matters, beside an empty echo. */
final class BoardReads {

    private static final int MATTERS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int EACH = 60;
    private static final int WARM_UP = 40;

    void run(BenchNode node, Figures figures) throws InterruptedException {
        var access = node.bean(Access.class);
        access.addUser("partner", Set.of(StaffRole.PARTNER), null);
        var token = access.createUserToken("partner", "benchmark", null).token();
        var firm = new SeededFirm(node.events(), node.bean(Confidential.class));
        firm.owing(MATTERS, node.bean(LedgerClock.class).now());
        var positions = node.bean(Positions.class);
        while (positions.shown() < positions.head()) {
            Thread.sleep(200);
        }
        var base = "http://127.0.0.1:" + node.port();
        try (var http = HttpClient.newHttpClient()) {
            var echo = p99(
                    http,
                    () -> authorised(base + "/bench/echo", token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build());
            for (var path : new String[] {"/silence?limit=50", "/work-list?limit=50&staff=" + firm.lawyer}) {
                var page = p99(http, () -> authorised(base + path, token).build());
                figures.atMost(
                        "first page of " + path.replaceAll("[?].*", "") + ", " + MATTERS + " open matters, "
                                + CONNECTIONS + " connections, p99 (beside it: an echo's)",
                        Figures.milliseconds(page),
                        Figures.milliseconds(echo),
                        page / 1e6,
                        50);
            }
        }
    }

    private static HttpRequest.Builder authorised(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private static double p99(HttpClient http, Supplier<HttpRequest> request) throws InterruptedException {
        var taken = new ConcurrentLinkedQueue<Double>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = new Thread[CONNECTIONS];
        for (var i = 0; i < CONNECTIONS; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                try {
                    for (var round = -WARM_UP; round < EACH; round++) {
                        var nanoseconds = answered(http, request.get());
                        if (round >= 0) {
                            taken.add(nanoseconds);
                        }
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failures.add(e);
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("A page failed", failures.peek());
        }
        return Measure.percentile(
                99, taken.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double answered(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return System.nanoTime() - start;
    }
}
