package org.matterledger.command.matter;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.matterledger.values.CutOff;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Rung;
import org.matterledger.values.WorkCalendar;

/** The hours and the policy that the samples' duties are reckoned by: the numbers of the ledger's own pack, cut-off at closing. */
final class SampleTerms {

    private SampleTerms() {}

    /** Monday to Friday. */
    static WorkCalendar week(String zone, String opens, String closes) {
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, List.of(new OpenInterval(LocalTime.parse(opens), LocalTime.parse(closes))));
            }
        }
        return new WorkCalendar(ZoneId.of(zone), week);
    }

    static PolicyPack policy() {
        return new PolicyPack(
                14,
                CutOff.CLOSE,
                2,
                30,
                2,
                1,
                Map.of(
                        ObligationKind.KEEP_INFORMED,
                        List.of(new Rung(Level.WARNING, -2), new Rung(Level.PARTNER, 1)),
                        ObligationKind.REPLY,
                        List.of(new Rung(Level.PARTNER, 1))),
                Map.of(),
                Map.of(),
                null);
    }
}
