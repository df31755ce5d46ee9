package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.Chore;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Receipt;
import org.matterledger.command.matter.DueList.Due;
import org.matterledger.command.matter.MatterCommand.LetTimePass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits the matters in which nobody does anything, so that what falls due there is recorded all the same. A matter whose
 * visit fails is left to its lease, and visited again when that has run out.
 */
final class Sweep implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final int AT_ONCE = 24;
    private static final int LEASED = 200;

    private final DueList due;
    private final CommandPort commands;

    Sweep(DueList due, CommandPort commands) {
        this.due = due;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public void round(Instant now) {
        var leased = due.lease(now, LEASED);
        while (!leased.isEmpty()) {
            var places = new Semaphore(AT_ONCE);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var matter : leased) {
                    places.acquireUninterruptibly();
                    threads.submit(() -> {
                        try {
                            visit(matter, now);
                        } finally {
                            places.release();
                        }
                    });
                }
            }
            leased = leased.size() < LEASED || Thread.currentThread().isInterrupted()
                    ? List.of()
                    : due.lease(now, LEASED);
        }
        due.tidy(now);
    }

    @Override
    public Optional<Instant> next(Instant after, Instant upTo) {
        return due.next(after, upTo);
    }

    private void visit(Due matter, Instant now) {
        try {
            var receipt = commands.send(ledgerItself(now), new LetTimePass(matter.matter()));
            due.visited(matter, now, recorded(receipt));
        } catch (RuntimeException e) {
            LOG.warn("{} is visited again later: {}", matter.matter(), e.getMessage());
        }
    }

    private static @Nullable Long recorded(Receipt receipt) {
        return receipt.recorded() ? receipt.version() : null;
    }

    private static Caller ledgerItself(Instant now) {
        return new Caller("ledger", null, Set.of(), null, "", null, "live", now);
    }
}
