package org.matterledger.launcher.web;

import java.util.Map;
import java.util.TreeMap;
import org.matterledger.command.followup.Outbox;
import org.matterledger.launcher.chores.Chores;
import org.matterledger.launcher.store.StoreHealth;
import org.matterledger.launcher.store.Views;
import org.matterledger.launcher.time.LedgerClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether this node and what it shares with others do their work: store, views, chores, and the post. */
@Component
class Wellbeing {

    private final StoreHealth store;
    private final ObjectProvider<Chores> chores;
    private final Outbox outbox;
    private final LedgerClock clock;

    /** @param chores none on a node that takes no commands */
    Wellbeing(StoreHealth store, ObjectProvider<Chores> chores, Outbox outbox, LedgerClock clock) {
        this.store = store;
        this.chores = chores;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How the ledger runs.
     *
     * @param well whether nothing of what follows needs anybody's attention
     * @param views how far each view has come; empty when the database doesn't answer
     * @param waiting how many events wait because a view could not take them in, by view
     * @param stopped why a processor or a chore of this node stands still, by its name
     * @param undelivered how many notices of the last fourteen days reach nobody: refused, or tried in vain again and again
     */
    record Running(
            boolean well,
            Map<String, Views.Progress> views,
            Map<String, Long> waiting,
            Map<String, String> stopped,
            long undelivered) {}

    /** What the store says; a chore that fails stands still as a processor does. */
    Running look() {
        var report = store.look();
        var stopped = new TreeMap<>(report.stopped());
        chores.stream().forEach(of -> stopped.putAll(of.failing()));
        var undelivered = undelivered();
        var well = report.well() && stopped.isEmpty() && undelivered == 0;
        return new Running(well, report.views(), report.waiting(), stopped, undelivered);
    }

    /** None where the database does not answer: the store says that already. */
    private long undelivered() {
        try {
            return outbox.undeliverable(clock.now());
        } catch (DataAccessException e) {
            return 0;
        }
    }
}
