package org.matterledger.query.silenceboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DueState;
import org.matterledger.query.Hours;
import org.matterledger.query.Shown;
import org.matterledger.values.Lag;

/** How long a matter's client has been waiting in silence, and how long that may still go on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Silence(
        String matter,

        @Schema(description = "[erased] where it was erased.")
        String title,

        String client,
        String responsible,
        String accountablePartner,
        String calendar,
        int calendarVersion,

        @Schema(description = "Since the client last heard something of substance from the firm.") @Nullable
        Waiting firm,

        @Schema(description = "Since either side last reached for the other.") @Nullable
        Waiting any,

        @Schema(description = "Since the oldest message that waits for an answer.") @Nullable
        Waiting unanswered,

        @Schema(description = "What was promised next.") @Nullable
        Promised nextPromised,

        @Schema(description = "How often the client asked for news since.", example = "1")
        int chases,

        @Schema(description = "How long the silence may last; absent where no silence is measured.") @Nullable
        Limit limit,

        @Schema(description = "Time left until the limit.") @Nullable
        Lag left,

        @Schema(description = "Time since the limit passed.") @Nullable
        Lag over,

        @Nullable DueState state,
        @JsonIgnore String responsibleName,
        @JsonIgnore List<String> key) {

    /** Time since an instant, in open time of the matter's calendar and by the clock. */
    record Waiting(Instant since, Duration business, Duration calendar) {

        static @Nullable Waiting of(@Nullable Instant since, Hours hours, Instant now) {
            if (since == null) {
                return null;
            }
            var waited = hours.between(since, now);
            return new Waiting(since, waited.business(), waited.calendar());
        }
    }

    /** The next promise that is open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Promised(
            String obligation, Instant due, @Nullable LocalDate promisedFor) {}

    /** Until when the firm must be heard, and how long a silence that allows. */
    record Limit(String obligation, Instant due, Duration business, Duration calendar) {}

    /** A row as it stands at an instant. */
    static Silence of(BoardRow row, Hours hours, Shown shown, Instant now) {
        var owed = row.owed();
        var overdue = owed != null && now.isAfter(owed.due());
        return new Silence(
                row.matter(),
                shown.text(row.title()),
                row.client() == null ? "–" : shown.text(row.client()),
                row.responsible(),
                row.partner(),
                row.calendar(),
                row.calendarVersion(),
                Waiting.of(owed == null ? row.lastFromFirm() : owed.since(), hours, now),
                Waiting.of(row.lastContact(), hours, now),
                Waiting.of(row.unanswered(), hours, now),
                row.promised(),
                row.chases(),
                owed == null ? null : limit(owed, hours),
                owed == null || overdue ? null : hours.between(now, owed.due()),
                owed != null && overdue ? hours.between(owed.due(), now) : null,
                owed == null ? null : DueState.of(owed.due(), owed.soonAt(), now),
                row.responsibleName() == null ? row.responsible() : shown.text(row.responsibleName()),
                row.key());
    }

    private static Limit limit(BoardRow.Owed owed, Hours hours) {
        var allowed = hours.between(owed.since(), owed.due());
        return new Limit(owed.obligation(), owed.due(), allowed.business(), allowed.calendar());
    }
}
