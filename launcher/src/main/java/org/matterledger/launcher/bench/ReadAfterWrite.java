package org.matterledger.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.access.Access;
import org.matterledger.values.StaffRole;

/** Whoever wrote reads what it wrote: how long that read takes on an idle server, over HTTP. */
final class ReadAfterWrite {

    private static final int ROUNDS = 500;
    private static final int WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void run(BenchNode node, Figures figures) throws IOException, InterruptedException {
        var access = node.bean(Access.class);
        access.addUser("reader", Set.of(StaffRole.FEE_EARNER), null);
        var token = access.createUserToken("reader", "benchmark", null).token();
        var firm = new SeededFirm(node.events(), node.bean(Confidential.class));
        var matter = firm.matters(1, 10).getFirst();
        var base = "http://127.0.0.1:" + node.port() + "/matters/" + matter;
        var body =
                "{\"kind\":\"PROGRESS\",\"channel\":\"MAIL\",\"to\":[\"" + firm.person + "\"],\"summary\":\"News.\"}";
        var reads = new double[ROUNDS];
        try (var http = HttpClient.newHttpClient()) {
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                var write = http.send(
                        HttpRequest.newBuilder(URI.create(base + "/updates"))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                var position = write.headers().firstValue("Ledger-Position").orElseThrow();
                var start = System.nanoTime();
                var read = http.send(
                        HttpRequest.newBuilder(URI.create(base + "/timeline?limit=1"))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + token)
                                .header("Ledger-Min-Position", position)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (read.statusCode() != 200) {
                    throw new IllegalStateException("The read failed: " + read.statusCode() + " " + read.body());
                }
                if (round >= 0) {
                    reads[round] = System.nanoTime() - start;
                }
            }
        }
        var p99 = Measure.percentile(99, reads);
        figures.atMost(
                "a read after a write on an idle server, p99 (beside it: the median)",
                Figures.milliseconds(p99),
                Figures.milliseconds(Measure.median(reads)),
                p99 / 1e6,
                50);
    }
}
