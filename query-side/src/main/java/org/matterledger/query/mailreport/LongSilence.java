package org.matterledger.query.mailreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Histories.Owed;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;

/** A time in which a client heard nothing of substance from the firm. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LongSilence(
        MatterId matter,

        @Schema(description = "[erased] where it was erased.")
        String title,

        String client,

        @Schema(description = "When the client last heard something of substance.")
        Instant from,

        @Schema(description = "When the client heard again, or the end of what was imported.")
        Instant to,

        @Schema(description = "Whether it had not ended by then.")
        boolean running,

        @Schema(description = "Local days.", example = "84") long calendarDays,

        @Schema(example = "58") int workingDays,

        @Schema(description = "When the client first wrote in it; absent where the client did not.") @Nullable
        Instant asked,

        @Schema(description = "Whether it lasted longer than was agreed.")
        boolean beyondLimit) {

    private static final int SHOWN = 10;

    private static final Comparator<LongSilence> LONGEST = Comparator.comparingLong(LongSilence::calendarDays)
            .thenComparing(
                    silence -> silence.to().getEpochSecond() - silence.from().getEpochSecond())
            .reversed()
            // of equals that in which the client has asked for longest
            .thenComparing(LongSilence::asked, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(silence -> silence.matter().value())
            .thenComparing(LongSilence::from);

    /** Every silence of a matter. */
    static List<LongSilence> of(History history, Instant until) {
        return history.owed().stream()
                .filter(owed -> owed.kind() == ObligationKind.KEEP_INFORMED)
                .map(owed -> of(history.matter(), history.zone(), owed, until))
                .toList();
    }

    private static LongSilence of(MatterId matter, ZoneId zone, Owed owed, Instant until) {
        var end = owed.endedAt() == null ? until : owed.endedAt();
        return new LongSilence(
                matter,
                "",
                "",
                owed.since(),
                end,
                owed.endedAt() == null,
                ChronoUnit.DAYS.between(
                        owed.since().atZone(zone).toLocalDate(),
                        end.atZone(zone).toLocalDate()),
                owed.workingDays(),
                owed.asked(),
                owed.missed());
    }

    /**
     * The longest of those that ended, of those in which the client waits, and of those in which neither side wrote any
     * more, so that none hides behind another.
     */
    static List<LongSilence> longest(List<LongSilence> all) {
        return Stream.<Predicate<LongSilence>>of(
                        silence -> !silence.running(),
                        silence -> silence.running() && !silence.quiet(),
                        LongSilence::quiet)
                .flatMap(kind -> all.stream().filter(kind).sorted(LONGEST).limit(SHOWN))
                .sorted(LONGEST)
                .toList();
    }

    /** Whether neither side wrote any more: the matter may just have come to its end. */
    boolean quiet() {
        return running && asked == null;
    }

    LongSilence called(String matterTitle, String clientName) {
        return new LongSilence(
                matter, matterTitle, clientName, from, to, running, calendarDays, workingDays, asked, beyondLimit);
    }
}
