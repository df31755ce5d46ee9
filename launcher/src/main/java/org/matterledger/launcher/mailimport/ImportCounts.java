package org.matterledger.launcher.mailimport;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the letters so far; counted from many threads. A letter of several matters counts once. */
final class ImportCounts {

    private final Map<String, Boolean> letters = new ConcurrentHashMap<>();
    private final LongAdder told = new LongAdder();

    /** @param fresh whether this matter didn't know the letter */
    void told(String identity, boolean fresh) {
        letters.merge(identity, fresh, Boolean::logicalOr);
        told.increment();
    }

    /** How often a letter was told to a matter. */
    long told() {
        return told.sum();
    }

    /** Letters that at least one matter didn't know. */
    long imported() {
        return letters.values().stream().filter(fresh -> fresh).count();
    }

    /** Letters that all their matters knew. */
    long known() {
        return letters.size() - imported();
    }

    /** What a run would count, without any ledger. */
    static ImportRows.Counts foreseen(Plan plan) {
        return new ImportRows.Counts(
                plan.read(),
                plan.letters(),
                plan.duplicates(),
                plan.broken().size(),
                plan.unassigned().size(),
                byReason(plan.skipped()),
                plan.threads());
    }

    /** What a run of the plan came to. */
    ImportRows.Counts of(Plan plan) {
        var foreseen = foreseen(plan);
        return new ImportRows.Counts(
                foreseen.read(),
                imported(),
                foreseen.duplicates() + known(),
                foreseen.broken(),
                foreseen.unassigned(),
                foreseen.skipped(),
                foreseen.threads());
    }

    /** By reason. */
    static Map<String, Long> byReason(Iterable<Plan.LeftOut> left) {
        var counts = new HashMap<String, Long>();
        left.forEach(one -> counts.merge(one.reason(), 1L, Long::sum));
        return counts;
    }
}
