package org.matterledger.query.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Hours;
import org.matterledger.values.Lag;
import org.matterledger.values.StaffId;

/** For how long somebody held a duty: a change of owner keeps its clock, and the time goes to each (semantics 4.2, 12). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Held(
        StaffId holder,
        Instant from,

        @Schema(description = "When it went to another, or ended; absent while it is held.") @Nullable
        Instant until,

        @Schema(description = "For how long, by the calendar by which it is due and by the clock.")
        Lag time) {

    /** That somebody became responsible for a matter. */
    record Change(StaffId to, Instant at) {}

    /**
     * Who held a duty that began when the first of them, or a later one, was responsible.
     *
     * @param responsible of the matter, one after the other
     */
    static List<Held> of(Obligation duty, List<Change> responsible, Hours hours, Instant now) {
        var held = new ArrayList<Held>();
        var end = duty.endedAt() == null ? now : duty.endedAt();
        for (var i = 0; i < responsible.size(); i++) {
            var last = i == responsible.size() - 1;
            var from = i == 0
                    ? duty.since()
                    : later(duty.since(), responsible.get(i).at());
            var goes = last ? end : earlier(end, responsible.get(i + 1).at());
            if (from.isBefore(goes) || last && held.isEmpty()) {
                var ends = goes.isBefore(end) || duty.endedAt() != null;
                held.add(new Held(responsible.get(i).to(), from, ends ? goes : null, hours.between(from, goes)));
            }
        }
        return held;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
