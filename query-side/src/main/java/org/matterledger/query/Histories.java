package org.matterledger.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.Lag;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.WorkCalendar;

/**
 * What was owed in matters and how it ended, from their streams alone: what no view keeps, because it can be asked up to
 * any instant and under terms that never held. Asking changes nothing.
 */
public interface Histories {

    /** As the verdicts tell; nothing for a matter that is unknown. */
    List<History> recorded(Collection<MatterId> matters, Instant until);

    /** What the same facts come to under assumed terms. */
    List<History> assuming(Assumed terms, Collection<MatterId> matters, Instant until);

    /**
     * Terms that did not hold; what is absent is as it was.
     *
     * @param silenceLimit local days
     * @param cutOff until when a message is answered on its own working day
     * @param calendar in place of every calendar
     */
    record Assumed(
            @Nullable Integer silenceLimit,
            @Nullable CutOff cutOff,
            @Nullable WorkCalendar calendar) {}

    /**
     * A matter's duties up to an instant.
     *
     * @param client what the client is called
     * @param silenceLimit local days; absent where nothing was owed by the clock
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

    /**
     * A duty as it stood at the instant.
     *
     * @param since when its clock began
     * @param missed whether its due time passed with it unkept, and no reviewer excused that
     * @param endedAt absent while it is open
     * @param ran how long its clock had run at its end, or at the instant
     * @param workingDays how many open dates began in that time
     * @param asked of a silence: when the client first wrote in it
     */
    record Owed(
            ObligationKind kind,
            Instant since,
            Instant due,
            boolean missed,
            DutyResult result,
            @Nullable Instant endedAt,
            Lag ran,
            int workingDays,
            @Nullable Instant asked) {}
}
