package org.matterledger.query.mailreport;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Shown;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;

/**
 * What the matters of a run come to, with every name still sealed: it may be remembered, and a name that is erased
 * meanwhile reads as erased.
 *
 * @param zone of most of the matters
 * @param sealed the names of matters that the figures name
 */
record Reckoned(Figures figures, ZoneId zone, Map<MatterId, Called> sealed) {

    /** What a matter and its client are called. */
    record Called(ConfidentialText title, ConfidentialText client) {}

    static Reckoned of(List<History> histories, Instant until) {
        var figures = Figures.of(histories, until);
        var named = figures.longestSilences().stream().map(LongSilence::matter).collect(Collectors.toSet());
        return new Reckoned(
                figures,
                zone(histories),
                histories.stream()
                        .filter(history -> named.contains(history.matter()))
                        .collect(Collectors.toMap(
                                History::matter, history -> new Called(history.title(), history.client()))));
    }

    /** The figures with their names, as whoever reads now may read them. */
    Figures named(ConfidentialReader reader) {
        var shown = Shown.of(
                reader,
                sealed.values().stream()
                        .flatMap(called -> Stream.of(called.title(), called.client()))
                        .toList());
        return figures.called(silence -> {
            var called = sealed.get(silence.matter());
            return called == null ? silence : silence.called(shown.text(called.title()), shown.text(called.client()));
        });
    }

    private static ZoneId zone(List<History> histories) {
        return histories.stream()
                .collect(Collectors.groupingBy(History::zone, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getId()))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
    }
}
