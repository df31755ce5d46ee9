package org.matterledger.launcher.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.matterledger.launcher.access.Access;
import org.matterledger.values.StaffRole;

/** {@code POST /matters/…/updates} at 64 connections against an echo that does nothing, in the same server. */
final class HttpUpdates {

    private static final int MATTERS = 1000;
    private static final int CONNECTIONS = 64;

    /** The server's code is compiled while it runs: it is measured once a round is hardly faster than the one before. */
    private static final double HARDLY = 1.1;

    /** The compiler takes a third of the machine for the first half minute of load, whatever the rates say. */
    private static final int SHORTEST_WARM_UP = 4;

    private static final int LONGEST_WARM_UP = 10;

    private final int runs;
    private final Duration span;

    HttpUpdates(int runs, Duration span) {
        this.runs = runs;
        this.span = span;
    }

    void run(BenchNode node, Figures figures) throws IOException, InterruptedException {
        var access = node.bean(Access.class);
        access.addUser("bench", Set.of(StaffRole.FEE_EARNER), null);
        var token = access.createUserToken("bench", "benchmark", null).token();
        var firm = new SeededFirm(node.events());
        var paths = firm.matters(MATTERS, 10).stream()
                .map(matter -> "/matters/" + matter + "/updates")
                .toList();
        var body = """
                {"kind":"PROGRESS","channel":"MAIL","to":["%s"],"summary":"The court has set a date for the hearing."}""".formatted(firm.person);
        var before = 0.0;
        for (var round = 0; round < LONGEST_WARM_UP; round++) {
            load(node.port(), token, List.of("/bench/echo"), body);
            var now = load(node.port(), token, paths, body);
            if (round >= SHORTEST_WARM_UP && now < before * HARDLY) {
                break;
            }
            before = now;
        }
        var echo = new double[runs];
        var updates = new double[runs];
        for (var run = 0; run < runs; run++) {
            echo[run] = load(node.port(), token, List.of("/bench/echo"), body);
            updates[run] = load(node.port(), token, paths, body);
        }
        var rate = Measure.median(updates);
        var yardstick = Measure.median(echo);
        figures.atLeast(
                "POST updates over HTTP, " + CONNECTIONS + " connections, against an echo",
                Figures.perSecond(rate),
                Figures.perSecond(yardstick),
                rate / yardstick,
                0.35);
    }

    private double load(int port, String token, List<String> paths, String body)
            throws IOException, InterruptedException {
        var answer = new LoadProcess(port, "Authorization: Bearer " + token, CONNECTIONS, span)
                .run(Stream.concat(Stream.of("--body=" + body), paths.stream()).toList());
        return Double.parseDouble(answer);
    }
}
