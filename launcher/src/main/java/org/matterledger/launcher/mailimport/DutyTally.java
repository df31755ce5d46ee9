package org.matterledger.launcher.mailimport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.matterledger.command.MatterHistories.History;
import org.matterledger.command.MatterHistories.Owed;
import org.matterledger.values.ObligationKind;

/**
 * What became of the duties of one kind; each counts once, so that the rest adds up to those armed.
 *
 * @param broken not done by the due time, and not afterwards; or a promise dropped without notice
 * @param promisedAnew made anew, and announced in good time
 * @param cancelled ended as neither kept nor missed
 * @param open still to be done, with time left
 */
record DutyTally(long armed, long kept, long keptLate, long broken, long promisedAnew, long cancelled, long open) {

    static final DutyTally NONE = new DutyTally(0, 0, 0, 0, 0, 0, 0);

    static Map<ObligationKind, DutyTally> byKind(List<History> histories) {
        var tallies = new EnumMap<ObligationKind, DutyTally>(ObligationKind.class);
        histories.stream()
                .flatMap(history -> history.owed().stream())
                .forEach(owed -> tallies.merge(owed.kind(), of(owed), DutyTally::plus));
        return tallies;
    }

    private static DutyTally of(Owed owed) {
        var late = owed.breachedAt() != null;
        return switch (owed.result()) {
            case FULFILLED -> late ? new DutyTally(1, 0, 1, 0, 0, 0, 0) : new DutyTally(1, 1, 0, 0, 0, 0, 0);
            case REPLACED_WITH_NOTICE -> new DutyTally(1, 0, 0, 0, 1, 0, 0);
            case REPLACED_WITHOUT_NOTICE -> new DutyTally(1, 0, 0, 1, 0, 0, 0);
            case CANCELLED -> late ? new DutyTally(1, 0, 0, 1, 0, 0, 0) : new DutyTally(1, 0, 0, 0, 0, 1, 0);
            case OPEN -> late ? new DutyTally(1, 0, 0, 1, 0, 0, 0) : new DutyTally(1, 0, 0, 0, 0, 0, 1);
        };
    }

    private DutyTally plus(DutyTally other) {
        return new DutyTally(
                armed + other.armed,
                kept + other.kept,
                keptLate + other.keptLate,
                broken + other.broken,
                promisedAnew + other.promisedAnew,
                cancelled + other.cancelled,
                open + other.open);
    }
}
