package org.matterledger.query.mailreport;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Tally;
import org.matterledger.values.ObligationKind;

/**
 * One side of a report in words, with its pictures: what was, or what would have been.
 *
 * @param title under which terms
 * @param beyondLimit how many silences went beyond the limit, ended or not
 * @param median of the answers, in words; absent without any
 */
record Side(
        String title,
        Tally answers,
        @Nullable String median,
        Spread silences,
        long beyondLimit,
        ReplyChart replyChart,
        LongestSilenceChart silenceChart,
        MonthChart monthChart,
        List<Line> lines) {

    private static final Map<ObligationKind, String> NAMES = Map.of(
            ObligationKind.REPLY, "Answers",
            ObligationKind.KEEP_INFORMED, "News within the silence limit",
            ObligationKind.KEEP_PROMISE, "Promises",
            ObligationKind.DELAY_NOTICE, "Notices of delay",
            ObligationKind.ACCEPT_OR_DECLINE, "Replies to tasks asked for",
            ObligationKind.DELIVER_TASK, "Deliveries",
            ObligationKind.ACK_COMPLAINT, "Acknowledgements of complaints");

    /** What became of one kind of duty. */
    record Line(String kind, Tally tally) {}

    /** @param drawn the months of the picture, of which some may be none of the figures */
    static Side of(String title, Figures figures, List<YearMonth> drawn) {
        return new Side(
                title,
                figures.of(ObligationKind.REPLY),
                ReplyChart.said(figures.replies()),
                figures.silences(),
                beyondLimit(figures.of(ObligationKind.KEEP_INFORMED)),
                ReplyChart.of(figures.replies()),
                LongestSilenceChart.of(figures.silences()),
                MonthChart.of(figures.months(), drawn),
                figures.obligations().entrySet().stream()
                        .map(entry -> new Line(NAMES.getOrDefault(entry.getKey(), ""), entry.getValue()))
                        .toList());
    }

    private static long beyondLimit(Tally news) {
        return news.keptLate() + news.broken();
    }
}
