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

        @Schema(description = "In how many of them the longest silence went beyond the limit.")
        long beyond,

        List<Bin> bins) {

    private static final List<Integer> EDGES =
            List.of(0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730);

    /** Matters whose longest silence lasted from so many local days on, up to the next bin's. */
    record Bin(int fromDays, long matters, long beyond) {}

    Spread {
        bins = List.copyOf(bins);
    }

    /** @param longest the longest silence of each matter */
    static Spread of(List<History> histories, List<LongSilence> longest) {
        var bins = new ArrayList<Bin>();
        for (var i = 0; i < EDGES.size(); i++) {
            var from = EDGES.get(i);
            var to = i + 1 < EDGES.size() ? EDGES.get(i + 1) : Integer.MAX_VALUE;
            var within = longest.stream()
                    .filter(silence -> silence.calendarDays() >= from && silence.calendarDays() < to)
                    .toList();
            bins.add(new Bin(
                    from,
                    within.size(),
                    within.stream().filter(LongSilence::beyondLimit).count()));
        }
        return new Spread(
                limit(histories),
                longest.size(),
                longest.stream().filter(LongSilence::beyondLimit).count(),
                bins);
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
