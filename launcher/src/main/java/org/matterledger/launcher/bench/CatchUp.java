package org.matterledger.launcher.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.store.Views;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A fresh projection taking in 200 000 events: the timeline in our processor, against the same timeline in Axon's default
 * configuration over Axon's own JDBC store. The default is measured over fewer events and compared by events a second.
 */
final class CatchUp {

    private static final String VIEW = "timeline";
    private static final int MATTERS = 200;
    private static final int EVENTS_EACH = 1000;
    private static final int STOCK_EVENTS_EACH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int runs;

    CatchUp(int runs) {
        this.runs = runs;
    }

    void run(BenchNode node, DatabaseAccess access, Figures figures) throws SQLException {
        new SeededFirm(node.events()).matters(MATTERS, EVENTS_EACH);
        var views = node.bean(Views.class);
        until(() -> views.progress().values().stream().allMatch(Views.Progress::complete));
        var ours = new double[runs];
        for (var run = 0; run < runs; run++) {
            var start = System.nanoTime();
            views.rebuild(VIEW);
            until(() -> {
                var progress = views.progress().get(VIEW);
                return progress != null && progress.complete();
            });
            ours[run] = MATTERS * EVENTS_EACH * 1e9 / (System.nanoTime() - start);
        }
        var stock = stock(node, access);
        var rate = Measure.median(ours);
        figures.atLeast(
                "catch-up of the timeline over 200 000 events, against Axon's default configuration",
                Figures.perSecond(rate),
                Figures.perSecond(stock),
                rate / stock,
                5);
    }

    /** The projection itself is the node's; processor, token store and event store are Axon's. */
    private double stock(BenchNode node, DatabaseAccess access) throws SQLException {
        var timeline = node.beans(Projection.class).stream()
                .filter(view -> view.name().equals(VIEW))
                .findFirst()
                .orElseThrow();
        var rates = new double[runs];
        var database = JdbcClient.create(node.bean(DataSource.class));
        for (var run = 0; run < runs; run++) {
            timeline.reset();
            try (var stock = StockAxon.beside(
                    access, node.bean(DataSource.class), node.bean(PlatformTransactionManager.class))) {
                stock.empty();
                var configuration = stock.following(timeline).build();
                new SeededFirm(configuration.eventStore()).matters(MATTERS, STOCK_EVENTS_EACH);
                var start = System.nanoTime();
                configuration.start();
                until(() -> database.sql("select count(*) from query.timeline")
                                .query(Long.class)
                                .single()
                        >= (long) MATTERS * STOCK_EVENTS_EACH);
                rates[run] = MATTERS * STOCK_EVENTS_EACH * 1e9 / (System.nanoTime() - start);
                configuration.shutdown();
            }
        }
        return Measure.median(rates);
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The timeline did not catch up within " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
