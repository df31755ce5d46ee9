package org.matterledger.launcher.web;

import java.time.Duration;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;

/** A firm in the middle of March 2026 with many silent matters, and one of which much is to be told. */
final class Scene {

    static final String NOW = "2026-03-18T12:00";
    static final int SILENT = 25;

    private Scene() {}

    /** The matter of which much is to be told. */
    static ToldMatter fillIn(ToldFirm told) {
        for (var i = 0; i < SILENT - 1; i++) {
            var matter = told.matter("2026-02-02T09:00");
            var day = i < 4 ? 1 + i : 6 + i * 7 % 12;
            silent(matter, "2026-03-%02dT11:00".formatted(day));
        }
        var matter = told.matter("2026-02-02T09:00");
        silent(matter, "2026-03-05T11:00");
        var mail = matter.received("2026-03-10T10:00", "When is the hearing?");
        var reply = matter.armed(ObligationKind.REPLY, mail, "2026-03-10T10:00", "2026-03-10T18:00");
        matter.breached(reply, ObligationKind.REPLY, "2026-03-10T18:00");
        matter.chased("2026-03-16T15:00");
        told.now(NOW);
        return matter;
    }

    private static void silent(ToldMatter matter, String since) {
        var update = matter.updated(since);
        var due = ToldMatter.at(since).plus(Duration.ofDays(14).plusHours(7));
        var warning = new LadderStep(Level.WARNING, due.minus(Duration.ofDays(2)));
        matter.armedUntil(ObligationKind.KEEP_INFORMED, update, ToldMatter.at(since), due, warning);
    }
}
