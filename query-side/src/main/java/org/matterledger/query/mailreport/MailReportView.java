package org.matterledger.query.mailreport;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Histories;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Present;
import org.matterledger.query.Reader;
import org.matterledger.query.Shown;
import org.matterledger.query.rest.NotShown;
import org.matterledger.query.rest.Unknown;
import org.springframework.stereotype.Component;

/** Tells what an import showed. What that costs grows with what was said in its matters. */
@Component
class MailReportView {

    /** Who has more of them to look through looks into the mailbox itself. */
    private static final int PLACES = 200;

    private final MailImportView imports;
    private final Histories histories;
    private final ConfidentialReader confidential;
    private final Present present;

    MailReportView(MailImportView imports, Histories histories, ConfidentialReader confidential, Present present) {
        this.imports = imports;
        this.histories = histories;
        this.confidential = confidential;
        this.present = present;
    }

    /** @throws NotShown for whoever neither manages nor reviews: it tells of everybody's answers */
    static void shownTo(Reader reader) {
        if (!reader.seesEverybody()) {
            throw new NotShown("Only partners and reviewers see what an import showed.");
        }
    }

    /** @throws Unknown where there was no such run */
    Comparison of(String id, Assumptions assumptions) {
        var run = imports.find(id).orElseThrow(Unknown::new);
        var until = run.until() == null ? present.now() : run.until();
        var touched = imports.matters(id);
        var recorded = histories.recorded(touched, until);
        var assumed =
                assumptions.none() ? null : Figures.of(histories.assuming(assumptions.terms(), touched, until), until);
        return new Comparison(
                run,
                touched.size(),
                imports.setAside(id, PLACES),
                until,
                zone(recorded),
                called(Figures.of(recorded, until), recorded),
                assumptions,
                assumed == null ? null : called(assumed, recorded));
    }

    /** Names come from the record, as the figures do: a view may not have come that far yet. */
    private Figures called(Figures figures, List<History> histories) {
        var told = figures.longestSilences().stream().map(LongSilence::matter).collect(Collectors.toSet());
        var named = histories.stream()
                .filter(history -> told.contains(history.matter()))
                .collect(Collectors.toMap(History::matter, Function.identity()));
        var shown = Shown.of(
                confidential,
                named.values().stream()
                        .flatMap(history -> Stream.of(history.title(), history.client()))
                        .toList());
        return figures.called(silence -> {
            var history = Objects.requireNonNull(named.get(silence.matter()));
            return silence.called(shown.text(history.title()), shown.text(history.client()));
        });
    }

    private static ZoneId zone(List<History> histories) {
        return histories.stream()
                .map(History::zone)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getId()))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
    }
}
