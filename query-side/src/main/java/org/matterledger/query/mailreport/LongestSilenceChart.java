package org.matterledger.query.mailreport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Times;
import org.matterledger.query.mailreport.Spread.Bin;

/**
 * The picture of how long clients heard nothing: a dot for each matter, or for so many where they are many, above the
 * length of its longest silence that ended, or in which the client wrote; the limit is the line.
 *
 * @param finding what the picture shows, in a sentence
 * @param each how many matters a dot stands for
 * @param limit where the line stands; absent where none is measured
 */
record LongestSilenceChart(
        String finding,
        List<Dot> dots,
        List<Tick> ticks,
        long each,
        @Nullable Integer limit,
        @Nullable String limitWord,
        int width,
        int height) {

    private static final int COLUMN = 31;
    private static final int DOT = 13;
    private static final int MARGIN = 16;
    private static final int AXIS = 34;
    private static final int HEAD = 16;
    private static final int TALLEST = 12;

    /** @param beyond whether the limit had passed */
    record Dot(int x, int y, boolean beyond) {}

    /** A word at the axis. */
    record Tick(int x, String word) {}

    static LongestSilenceChart of(Spread spread) {
        var tallest = spread.bins().stream().mapToLong(Bin::matters).max().orElse(0);
        var each = Math.max(1, Math.ceilDiv(tallest, (long) TALLEST));
        var rows = (int) Math.clamp(Math.ceilDiv(tallest, each) + 1, 3, TALLEST + 1);
        var height = HEAD + rows * DOT + AXIS;
        var dots = new ArrayList<Dot>();
        var ticks = new ArrayList<Tick>();
        for (var column = 0; column < spread.bins().size(); column++) {
            var bin = spread.bins().get(column);
            var beyond = Math.ceilDiv(bin.beyond(), each);
            var within = Math.ceilDiv(bin.matters() - bin.beyond(), each);
            for (var row = 0; row < beyond + within; row++) {
                dots.add(new Dot(x(column) + COLUMN / 2, height - AXIS - DOT / 2 - 2 - DOT * row, row < beyond));
            }
            word(bin.fromDays(), ticks, x(column));
        }
        var limit = spread.limit();
        return new LongestSilenceChart(
                finding(spread),
                dots,
                ticks,
                each,
                limit == null ? null : place(spread, limit),
                limit == null ? null : "limit: " + Times.counted(limit, "day"),
                x(spread.bins().size()) + MARGIN,
                height);
    }

    /** {@code In 21 of 98 matters the client heard nothing for longer than the limit}. */
    static String finding(Spread spread) {
        if (spread.matters() == 0) {
            return "No silence was measured";
        }
        var matters = Times.counted(spread.matters(), "matter");
        return spread.beyond() == 0
                ? "In none of %s did the longest silence go beyond the limit".formatted(matters)
                : "In %d of %s the longest silence went beyond the limit".formatted(spread.beyond(), matters);
    }

    private static void word(int days, List<Tick> ticks, int x) {
        switch (days) {
            case 1 -> ticks.add(new Tick(x, "1 day"));
            case 7 -> ticks.add(new Tick(x, "a week"));
            case 30 -> ticks.add(new Tick(x, "a month"));
            case 90 -> ticks.add(new Tick(x, "3 months"));
            case 365 -> ticks.add(new Tick(x, "a year"));
            default -> {}
        }
    }

    /** A silence of the limit's length is none too long: the line stands behind its day. */
    private static int place(Spread spread, int limit) {
        var days = limit + 1;
        for (var column = spread.bins().size() - 1; column >= 0; column--) {
            var from = spread.bins().get(column).fromDays();
            if (days >= from) {
                var to = column + 1 < spread.bins().size()
                        ? spread.bins().get(column + 1).fromDays()
                        : from * 2;
                return x(column) + Math.min(COLUMN, COLUMN * (days - from) / (to - from));
            }
        }
        return x(0);
    }

    private static int x(int column) {
        return MARGIN + column * COLUMN;
    }
}
