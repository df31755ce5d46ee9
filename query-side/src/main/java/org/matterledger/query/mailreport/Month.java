package org.matterledger.query.mailreport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Tally;

/** How the firm kept its word of what fell due in a month. */
record Month(@Schema(type = "string", example = "2026-03") YearMonth month, long kept, long keptLate, long broken) {

    /** Every month from the first in which something was settled to the last. */
    static List<Month> of(List<History> histories) {
        var tallies = new TreeMap<YearMonth, Tally>();
        histories.forEach(history -> history.owed().forEach(owed -> {
            var tally = Tally.NONE.with(owed);
            if (tally.settled() > 0) {
                tallies.merge(YearMonth.from(owed.due().atZone(history.zone())), tally, Tally::plus);
            }
        }));
        if (tallies.isEmpty()) {
            return List.of();
        }
        var after = tallies.lastKey().plusMonths(1);
        return tallies.firstKey()
                .atDay(1)
                .datesUntil(after.atDay(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .map(month -> of(month, tallies.getOrDefault(month, Tally.NONE)))
                .toList();
    }

    /** Together with a later one. */
    Month plus(Month later) {
        return new Month(month, kept + later.kept, keptLate + later.keptLate, broken + later.broken);
    }

    long settled() {
        return kept + keptLate + broken;
    }

    private static Month of(YearMonth month, Tally tally) {
        return new Month(month, tally.kept(), tally.keptLate(), tally.broken());
    }
}
