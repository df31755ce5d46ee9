package org.matterledger.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;

/**
 * The first pages of the silence board and of a work list with 20 000 open matters, for programs and for people, beside an
 * empty echo. The load is closed and shares the processors with server and database: as long as all of them are busy, a
 * page takes as long as the processor time of a request for each connection.
 */
final class BoardReads {

    private static final int MATTERS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int LONGEST_WARM_UP = 12;

    /** A path is warm when a round is hardly faster than the one before. */
    private static final double HARDLY = 1.05;

    /** Until the client's process is warm itself. */
    private static final Duration CLIENT_WARM_UP = Duration.ofSeconds(2);

    private static final String ECHO = "an echo";

    private final int runs;
    private final Duration span;
    private final Path postgres;

    /** @param postgres the directory of its data, to find its processes by */
    BoardReads(int runs, Duration span, Path postgres) {
        this.runs = runs;
        this.span = span;
        this.postgres = postgres;
    }

    /** What is asked for, how one is let in, and in how many milliseconds at most it is to be there. */
    private record Asked(String path, String admission, int goal) {}

    /** What a round told: latencies in nanoseconds, and the processor time of a request. */
    private record Round(Load.Timings timings, double server, double database) {}

    void run(BenchNode node, Figures figures) throws IOException, InterruptedException {
        var access = node.bean(Access.class);
        var password =
                access.addUser("partner", Set.of(StaffRole.PARTNER), null).password();
        var bearer = "Authorization: Bearer "
                + access.createUserToken("partner", "benchmark", null).token();
        var firm = new SeededFirm(node.events(), node.bean(Confidential.class));
        new OwingFirm(firm, node.bean(Confidential.class))
                .open(MATTERS, node.bean(LedgerClock.class).now());
        awaitViews(node.bean(Positions.class));
        var cookie = "Cookie: " + Browser.signedIn(node.port(), "partner", password);
        var asked = new LinkedHashMap<String, Asked>();
        asked.put(ECHO, new Asked("/bench/echo", bearer, 0));
        asked.put("silence board", new Asked("/silence?limit=50", bearer, 50));
        asked.put("work list", new Asked("/work-list?limit=50&staff=" + firm.lawyer, bearer, 50));
        asked.put("silence board for people", new Asked("/desk/silence", cookie, 200));
        asked.put("work list for people", new Asked("/desk?staff=" + firm.lawyer, cookie, 200));
        warmUp(node.port(), asked);
        ProcessorTime.awaitQuiet(postgres);
        tell(measured(node.port(), asked), asked, figures);
    }

    private static void awaitViews(Positions positions) throws InterruptedException {
        while (positions.shown() < positions.head()) {
            Thread.sleep(200);
        }
    }

    private void warmUp(int port, Map<String, Asked> asked) throws IOException, InterruptedException {
        for (var one : asked.values()) {
            ProcessorTime.awaitQuiet(postgres);
            var before = 0L;
            for (var round = 0; round < LONGEST_WARM_UP; round++) {
                var now = round(port, one).timings().counted();
                if (now < before * HARDLY) {
                    break;
                }
                before = now;
            }
        }
    }

    /** In turn, so that what the machine does beside it falls on all alike. */
    private Map<String, List<Round>> measured(int port, Map<String, Asked> asked)
            throws IOException, InterruptedException {
        var rounds = new LinkedHashMap<String, List<Round>>();
        for (var run = 0; run < runs; run++) {
            for (var one : asked.entrySet()) {
                rounds.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(round(port, one.getValue()));
            }
        }
        return rounds;
    }

    private Round round(int port, Asked asked) throws IOException, InterruptedException {
        var before = ProcessorTime.now(postgres);
        var said = new LoadProcess(port, asked.admission(), CONNECTIONS, span)
                .run(List.of("--warm-up=" + CLIENT_WARM_UP.toSeconds(), asked.path()))
                .split(" ", -1);
        var taken = ProcessorTime.now(postgres).since(before);
        var timings = new Load.Timings(
                Long.parseLong(said[0]),
                Long.parseLong(said[1]),
                Double.parseDouble(said[2]),
                Double.parseDouble(said[3]));
        return new Round(
                timings,
                (double) taken.server().toNanos() / timings.all(),
                (double) taken.database().toNanos() / timings.all());
    }

    private static void tell(Map<String, List<Round>> rounds, Map<String, Asked> asked, Figures figures) {
        var echo = rounds.getOrDefault(ECHO, List.of());
        asked.forEach((name, one) -> {
            if (name.equals(ECHO)) {
                return;
            }
            var of = rounds.getOrDefault(name, List.of());
            var page =
                    "first page of the " + name + ", " + MATTERS + " open matters, " + CONNECTIONS + " connections, ";
            var p99 = median(of, round -> round.timings().p99());
            figures.atMost(
                    page + "p99 of "
                            + of.stream()
                                    .mapToLong(round -> round.timings().counted())
                                    .sum() + " answers, beside it " + ECHO + "'s",
                    Figures.milliseconds(p99),
                    Figures.milliseconds(median(echo, round -> round.timings().p99())),
                    p99 / 1e6,
                    one.goal());
            figures.told(
                    page + "median",
                    Figures.milliseconds(median(of, round -> round.timings().median())),
                    Figures.milliseconds(median(echo, round -> round.timings().median())),
                    median(of, round -> round.timings().median()) / 1e6);
            figures.told(
                    page + "processor time of a request in the server, and in PostgreSQL",
                    both(of),
                    both(echo),
                    median(of, round -> round.server() + round.database()) / 1e6);
        });
    }

    private static String both(List<Round> rounds) {
        return Figures.milliseconds(median(rounds, Round::server)) + " + "
                + Figures.milliseconds(median(rounds, Round::database));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Measure.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
