package org.matterledger.query.mailreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories.History;

/** How the matters' longest silences are spread over the days. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Spread(
        @Schema(description = "The silence limit of most matters, in local days; absent where none is measured.")
        @Nullable
        Integer limit,

        @Schema(description = "How many matters have a silence that is measured.")
        long matters,

        @Schema(
                description =
                        "In how many of them the longest silence went beyond the limit; what counts is a silence that"
                                + " ended, or in which the client wrote.")
        long beyond,

        @Schema(description = "In how many of them neither side wrote any more for longer than the limit.")
        long quiet,

        List<Bin> bins) {

    private static final List<Integer> EDGES =
            List.of(0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730);

    /** Matters whose longest silence lasted from so many local days on, up to the next bin's. */
    record Bin(int fromDays, long matters, long beyond) {}

    Spread {
        bins = List.copyOf(bins);
    }

    /** @param silences of each matter */
    static Spread of(List<History> histories, List<List<LongSilence>> silences) {
        var longest = silences.stream().flatMap(Spread::longestOf).toList();
        var bins = new ArrayList<Bin>();
        for (var i = 0; i < EDGES.size(); i++) {
            var from = EDGES.get(i);
            var to = i + 1 < EDGES.size() ? EDGES.get(i + 1) : Integer.MAX_VALUE;
            var within = longest.stream()
                    .filter(silence -> silence.calendarDays() >= from && silence.calendarDays() < to)
                    .toList();
            bins.add(new Bin(from, within.size(), beyond(within)));
        }
        return new Spread(
                limit(histories),
                silences.stream().filter(ofOne -> !ofOne.isEmpty()).count(),
                beyond(longest),
                silences.stream()
                        .filter(ofOne -> ofOne.stream().anyMatch(silence -> silence.quiet() && silence.beyondLimit()))
                        .count(),
                bins);
    }

    private static long beyond(List<LongSilence> silences) {
        return silences.stream().filter(LongSilence::beyondLimit).count();
    }

    private static Stream<LongSilence> longestOf(List<LongSilence> ofOneMatter) {
        return ofOneMatter.stream()
                .filter(silence -> !silence.quiet())
                .max(Comparator.comparingLong(LongSilence::calendarDays).thenComparing(LongSilence::beyondLimit))
                .stream();
    }

    private static @Nullable Integer limit(List<History> histories) {
        return histories.stream()
                .map(History::silenceLimit)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
