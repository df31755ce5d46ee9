package org.matterledger.query.mailreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories.Owed;
import org.matterledger.query.Tally;
import org.matterledger.values.ObligationKind;

/** How fast clients were answered, in the open time of their matters' calendars. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replies(
        @Schema(description = "How many waits ended with an answer.")
        long answered,

        @Schema(description = "How many waits had no answer at the end.")
        long unanswered,

        @Schema(description = "Half of the answers came within this open time; absent without answers.") @Nullable
        Duration median,

        @Schema(description = "How many answers came how fast; each is counted under the first that fits.")
        Map<Speed, Long> within) {

    /** How fast an answer came, the fastest first. */
    enum Speed {
        ONE_WORKING_HOUR(Duration.ofHours(1)),
        FOUR_WORKING_HOURS(Duration.ofHours(4)),
        EIGHT_WORKING_HOURS(Duration.ofHours(8)),
        /** On the same date, after more than eight hours of it. */
        SAME_DAY(Duration.ZERO),
        /** By the end of the next working day. */
        NEXT_WORKING_DAY(Duration.ZERO),
        LATER(Duration.ZERO);

        private final Duration hours;

        Speed(Duration hours) {
            this.hours = hours;
        }

        static Speed of(Owed reply) {
            var took = reply.ran().business();
            for (var speed : List.of(ONE_WORKING_HOUR, FOUR_WORKING_HOURS, EIGHT_WORKING_HOURS)) {
                if (took.compareTo(speed.hours) <= 0) {
                    return speed;
                }
            }
            return switch (reply.workingDays()) {
                case 0 -> SAME_DAY;
                case 1 -> NEXT_WORKING_DAY;
                default -> LATER;
            };
        }
    }

    /** @param owed duties of every kind */
    static Replies of(List<Owed> owed) {
        var replies = owed.stream()
                .filter(duty -> duty.kind() == ObligationKind.REPLY)
                .toList();
        var answers = replies.stream().filter(Tally::done).toList();
        var within = new EnumMap<Speed, Long>(Speed.class);
        for (var speed : Speed.values()) {
            within.put(speed, 0L);
        }
        answers.forEach(reply -> within.merge(Speed.of(reply), 1L, Long::sum));
        return new Replies(
                answers.size(),
                replies.stream().filter(reply -> reply.endedAt() == null).count(),
                median(answers.stream()
                        .map(reply -> reply.ran().business())
                        .sorted()
                        .toList()),
                within);
    }

    private static @Nullable Duration median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
