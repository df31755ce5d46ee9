package org.matterledger.query.mailreport;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Tally;
import org.matterledger.values.ObligationKind;

/**
 * What the histories of some matters come to. Pure: what was recorded and what would have been are told by the same count.
 *
 * @param obligations by kind; answers, silences and promises also where there were none
 */
record Figures(
        Map<ObligationKind, Tally> obligations,
        Replies replies,
        Spread silences,
        List<LongSilence> longestSilences,
        List<Month> months) {

    private static final List<ObligationKind> ALWAYS =
            List.of(ObligationKind.REPLY, ObligationKind.KEEP_INFORMED, ObligationKind.KEEP_PROMISE);

    /** @param until up to when the histories are told */
    static Figures of(List<History> histories, Instant until) {
        var obligations = new EnumMap<ObligationKind, Tally>(ObligationKind.class);
        ALWAYS.forEach(kind -> obligations.put(kind, Tally.NONE));
        var owed =
                histories.stream().flatMap(history -> history.owed().stream()).toList();
        obligations.putAll(Tally.byKind(histories));
        var silences = histories.stream()
                .map(history -> LongSilence.of(history, until))
                .toList();
        return new Figures(
                obligations,
                Replies.of(owed),
                Spread.of(histories, silences),
                LongSilence.longest(silences.stream().flatMap(List::stream).toList()),
                Month.of(histories));
    }

    Tally of(ObligationKind kind) {
        return obligations.getOrDefault(kind, Tally.NONE);
    }

    /** With names in place of what they name. */
    Figures called(Function<LongSilence, LongSilence> names) {
        return new Figures(
                obligations,
                replies,
                silences,
                longestSilences.stream().map(names).toList(),
                months);
    }
}
