package org.matterledger.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Histories.Owed;
import org.matterledger.values.ObligationKind;

/** What became of the duties of one kind; each is counted once, so that the rest add up to those armed. */
public record Tally(
        @Schema(description = "How many there were.") long armed,

        @Schema(description = "Done by the due time.") long kept,

        @Schema(description = "Done, after the due time.") long keptLate,

        @Schema(description = "Not done by the due time, and not afterwards; or a promise dropped without notice.")
        long broken,

        @Schema(description = "A promise made anew, announced in good time.")
        long promisedAnew,

        @Schema(description = "Ended as neither kept nor missed.")
        long cancelled,

        @Schema(description = "Still to be done at the end, with time left.")
        long open) {

    /** Of no duty. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** Of each kind that there was any of. */
    public static Map<ObligationKind, Tally> byKind(Collection<History> histories) {
        var tallies = new EnumMap<ObligationKind, Tally>(ObligationKind.class);
        histories.stream()
                .flatMap(history -> history.owed().stream())
                .forEach(duty -> tallies.merge(duty.kind(), NONE.with(duty), Tally::plus));
        return tallies;
    }

    /** With one duty more. */
    public Tally with(Owed owed) {
        return plus(
                switch (owed.result()) {
                    case KEPT -> new Tally(1, 1, 0, 0, 0, 0, 0);
                    case KEPT_LATE -> new Tally(1, 0, 1, 0, 0, 0, 0);
                    case REPLACED_WITH_NOTICE -> new Tally(1, 0, 0, 0, 1, 0, 0);
                    case REPLACED_WITHOUT_NOTICE -> new Tally(1, 0, 0, 1, 0, 0, 0);
                    case CANCELLED -> owed.missed() ? new Tally(1, 0, 0, 1, 0, 0, 0) : new Tally(1, 0, 0, 0, 0, 1, 0);
                    case OPEN -> owed.missed() ? new Tally(1, 0, 0, 1, 0, 0, 0) : new Tally(1, 0, 0, 0, 0, 0, 1);
                });
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                armed + other.armed,
                kept + other.kept,
                keptLate + other.keptLate,
                broken + other.broken,
                promisedAnew + other.promisedAnew,
                cancelled + other.cancelled,
                open + other.open);
    }

    /** Those of which it is certain whether the firm kept its word. */
    public long settled() {
        return kept + keptLate + broken;
    }

    /** Whether it was done, in time or late. */
    public static boolean done(Owed owed) {
        return owed.result() == DutyResult.KEPT || owed.result() == DutyResult.KEPT_LATE;
    }
}
