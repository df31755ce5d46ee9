package org.matterledger.query.mailreport;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matterledger.query.Histories;
import org.matterledger.query.Histories.History;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.Present;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.NotShown;
import org.matterledger.query.rest.Unknown;
import org.springframework.stereotype.Component;

/** Tells what an import showed. What that costs grows with what was said in its matters. */
@Component
class MailReportView {

    private static final Title UNKNOWN = new Title("A matter that is not shown yet", "–");

    /** Who has more of them to look through looks into the mailbox itself. */
    private static final int PLACES = 200;

    private final MailImportView imports;
    private final Histories histories;
    private final NamesView names;
    private final Present present;

    MailReportView(MailImportView imports, Histories histories, NamesView names, Present present) {
        this.imports = imports;
        this.histories = histories;
        this.names = names;
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
                called(Figures.of(recorded, until)),
                assumptions,
                assumed == null ? null : called(assumed));
    }

    private Figures called(Figures figures) {
        var titles = names.titles(
                figures.longestSilences().stream().map(LongSilence::matter).toList());
        return figures.called(silence -> {
            var title = titles.getOrDefault(silence.matter().value(), UNKNOWN);
            return silence.called(title.title(), title.client());
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
