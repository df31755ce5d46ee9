package org.matterledger.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.Lag;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.WorkCalendar;

/**
 * What the firm owed in its matters and how each duty ended, told from their streams alone and by all that is known now:
 * as the verdicts recorded it, or as it would have been under other terms. Asking records nothing.
 */
public interface MatterHistories {

    /**
     * What the verdicts tell, up to an instant.
     *
     * @return in the order asked for; nothing for a matter that is unknown
     */
    List<History> recorded(Collection<MatterId> matters, Instant until);

    /**
     * What the same facts come to under assumed terms. Facts stay as they were told: a date agreed for a task is no other
     * by another calendar, and an answer time agreed for a channel goes before any cut-off.
     */
    List<History> assuming(Assumption terms, Collection<MatterId> matters, Instant until);

    /**
     * Terms that did not hold. What is absent is as it was; what is named holds from the first day on, whatever was agreed
     * later.
     *
     * @param silenceLimit local days (semantics 4.2, 10)
     * @param cutOff until when a message is answered on its own working day (rules.md 1.8, 4)
     * @param calendar in place of every version of every calendar
     */
    record Assumption(
            @Nullable Integer silenceLimit,
            @Nullable CutOff cutOff,
            @Nullable WorkCalendar calendar) {}

    /**
     * A matter's duties up to an instant.
     *
     * @param client what the client is called
     * @param zone in which the firm kept its word at last
     * @param silenceLimit local days, as it held at last; absent where nothing was owed by the clock
     * @param owed in the order in which they were armed
     */
    record History(
            MatterId matter,
            ConfidentialText title,
            ConfidentialText client,
            ZoneId zone,
            @Nullable Integer silenceLimit,
            List<Owed> owed) {

        public History {
            owed = List.copyOf(owed);
        }
    }

    /** What became of a duty. */
    enum Result {
        OPEN,
        FULFILLED,
        /** A promise made anew, announced in good time (semantics 4.2, 9). */
        REPLACED_WITH_NOTICE,
        REPLACED_WITHOUT_NOTICE,
        CANCELLED
    }

    /**
     * A duty as it stood at the instant.
     *
     * @param since when its clock began
     * @param breachedAt its due time, where that passed unkept and no reviewer excused it
     * @param endedAt absent while it is open
     * @param ran how long its clock had run at its end, or at the instant
     * @param workingDays how many open dates began after the date of its beginning up to that
     * @param asked of a silence: when the client first wrote in it
     */
    record Owed(
            ObligationId id,
            ObligationKind kind,
            Instant since,
            Instant due,
            @Nullable Instant breachedAt,
            Result result,
            @Nullable Instant endedAt,
            Lag ran,
            int workingDays,
            @Nullable Instant asked) {}
}
