package org.matterledger.query.mailreport;

import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Present;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.NotShown;
import org.matterledger.query.rest.Unknown;
import org.springframework.stereotype.Component;

/** Tells what an import showed. */
@Component
class MailReportView {

    /** For each reason. Who has more of them to look through looks into the mailbox itself. */
    private static final int PLACES = 100;

    private final MailImportView imports;
    private final Reckonings reckonings;
    private final ConfidentialReader confidential;
    private final Present present;

    MailReportView(MailImportView imports, Reckonings reckonings, ConfidentialReader confidential, Present present) {
        this.imports = imports;
        this.reckonings = reckonings;
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
        var matters = imports.matters(id);
        var recorded = reckonings.of(id, matters, until, null);
        return new Comparison(
                run,
                matters.size(),
                imports.unassigned(id),
                imports.setAside(id, PLACES),
                until,
                recorded.zone(),
                recorded.named(confidential),
                assumptions,
                assumptions.none()
                        ? null
                        : reckonings.of(id, matters, until, assumptions.terms()).named(confidential));
    }
}
