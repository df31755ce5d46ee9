package org.matterledger.launcher.bench;

import java.util.List;
import java.util.function.Supplier;
import org.matterledger.command.CommandPort;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.values.MatterId;

/** A command in a matter with 10 000 events against one with 10: what is remembered is the state, not the history. */
final class LongMatter {

    private static final int MATTERS = 20;
    private static final int LONG = 10_000;
    private static final int SHORT = 10;
    private static final int ROUNDS = 15;

    private final int runs;

    LongMatter(int runs) {
        this.runs = runs;
    }

    /** @param fresh starts a node that remembers nothing, on a database of the benchmark's own */
    void run(Supplier<BenchNode> fresh, Figures figures) {
        SeededFirm firm;
        List<MatterId> longOnes;
        List<MatterId> shortOnes;
        try (var node = fresh.get()) {
            firm = new SeededFirm(node.events());
            longOnes = firm.matters(MATTERS + 1, LONG);
            shortOnes = firm.matters(MATTERS * (runs + 1), SHORT);
            once(node, firm, longOnes);
            warm(node, firm, longOnes.subList(0, MATTERS), shortOnes, figures);
        }
        cold(fresh, firm, longOnes, shortOnes, figures);
    }

    private void warm(
            BenchNode node, SeededFirm firm, List<MatterId> longOnes, List<MatterId> shortOnes, Figures figures) {
        var first = shortOnes.subList(0, MATTERS);
        var longTimes = new double[ROUNDS];
        var shortTimes = new double[ROUNDS];
        for (var round = -ROUNDS; round < ROUNDS; round++) {
            var shortTime = once(node, firm, first);
            var longTime = once(node, firm, longOnes);
            if (round >= 0) {
                shortTimes[round] = shortTime;
                longTimes[round] = longTime;
            }
        }
        report("warm", Measure.median(longTimes), Measure.median(shortTimes), 1.3, figures);
    }

    private void cold(
            Supplier<BenchNode> fresh,
            SeededFirm firm,
            List<MatterId> longOnes,
            List<MatterId> shortOnes,
            Figures figures) {
        var longTimes = new double[runs];
        var shortTimes = new double[runs];
        for (var run = 0; run < runs; run++) {
            var untouched = shortOnes.subList(MATTERS * (run + 1), MATTERS * (run + 2));
            try (var node = fresh.get()) {
                // a node that remembers no matter, not one that runs for the first time
                once(node, firm, shortOnes.subList(0, MATTERS));
                once(node, firm, longOnes.subList(MATTERS, MATTERS + 1));
                shortTimes[run] = once(node, firm, untouched);
                longTimes[run] = once(node, firm, longOnes.subList(0, MATTERS));
            }
        }
        report("with an empty cache", Measure.median(longTimes), Measure.median(shortTimes), 3, figures);
    }

    /** One command in each matter. @return nanoseconds per command */
    private static double once(BenchNode node, SeededFirm firm, List<MatterId> matters) {
        var port = node.bean(CommandPort.class);
        var start = System.nanoTime();
        for (var matter : matters) {
            port.send(
                    UpdateThroughput.caller(),
                    MatterCommands.sendUpdate(matter, firm.lawyer, firm.person, firm.text()));
        }
        return (System.nanoTime() - start) / (double) matters.size();
    }

    private static void report(String how, double longTime, double shortTime, double goal, Figures figures) {
        figures.atMost(
                "a command in a matter with 10 000 events against one with 10, " + how,
                Figures.milliseconds(longTime),
                Figures.milliseconds(shortTime),
                longTime / shortTime,
                goal);
    }
}
