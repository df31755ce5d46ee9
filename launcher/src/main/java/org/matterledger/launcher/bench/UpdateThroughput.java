package org.matterledger.launcher.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.values.MatterId;

/** Durable {@code SendUpdate} a second, in process: the ledger against stock Axon, same aggregate, same command. */
final class UpdateThroughput {

    private static final int MATTERS = 1000;
    private static final Map<Integer, Double> GOALS = Map.of(1, 0.9, 8, 1.0, 64, 3.5);

    private final int runs;
    private final Duration span;

    UpdateThroughput(int runs, Duration span) {
        this.runs = runs;
        this.span = span;
    }

    void run(BenchNode ours, StockAxon stock, Figures figures) throws InterruptedException {
        var configuration = stock.with(ours.type("matter")).build();
        configuration.start();
        try {
            var ourTask = ours(ours);
            var stockTask = stock(new SeededFirm(configuration.eventStore()), configuration.commandGateway());
            Measure.perSecond(8, span, stockTask);
            Measure.perSecond(8, span, ourTask);
            for (var callers : List.of(1, 8, 64)) {
                compare(callers, ourTask, stockTask, figures);
            }
        } finally {
            configuration.shutdown();
        }
    }

    private void compare(int callers, IntConsumer ours, IntConsumer stock, Figures figures)
            throws InterruptedException {
        var ourRates = new double[runs];
        var stockRates = new double[runs];
        for (var run = 0; run < runs; run++) {
            stockRates[run] = Measure.perSecond(callers, span, stock);
            ourRates[run] = Measure.perSecond(callers, span, ours);
        }
        var our = Measure.median(ourRates);
        var other = Measure.median(stockRates);
        figures.atLeast(
                "durable SendUpdate, " + callers + (callers == 1 ? " caller" : " callers") + ", against stock Axon",
                Figures.perSecond(our),
                Figures.perSecond(other),
                our / other,
                GOALS.getOrDefault(callers, 0.0));
    }

    private static IntConsumer ours(BenchNode node) {
        var firm = new SeededFirm(node.events());
        var matters = firm.matters(MATTERS, 10);
        var port = node.bean(CommandPort.class);
        return random -> port.send(caller(), update(firm, matters, random));
    }

    private static IntConsumer stock(SeededFirm firm, CommandGateway gateway) {
        var matters = firm.matters(MATTERS, 10);
        return random -> {
            var message = new GenericCommandMessage<>(update(firm, matters, random))
                    .andMetaData(Map.of(
                            LedgerMetadata.NOTED_AT,
                            new SystemLedgerClock().now().toString()));
            if (!(gateway.sendAndWait(message) instanceof Outcome.Recorded)) {
                throw new IllegalStateException("Stock Axon did not record the update");
            }
        };
    }

    private static LedgerCommand update(SeededFirm firm, List<MatterId> matters, int random) {
        return MatterCommands.sendUpdate(matters.get(random % matters.size()), firm.lawyer, firm.person, firm.text());
    }

    static Caller caller() {
        return new Caller("ledger", null, Set.of(), null, "", null, "live", null);
    }
}
