package org.matterledger.query.silenceboard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.matterledger.query.Times;
import org.matterledger.query.silenceboard.Spread.Bin;

/**
 * The picture of how silence is spread: a dot for each matter, or for so many where they are many, above the days left
 * until its limit or gone since; the limit is the line.
 *
 * @param finding what the picture shows, in a sentence
 * @param matters how many matters a dot stands for
 * @param limit where the line stands
 */
record SilenceChart(String finding, List<Dot> dots, List<Tick> ticks, long matters, int limit, int width, int height) {

    private static final int DAYS = 15;
    private static final int COLUMN = 24;
    private static final int DOT = 13;
    private static final int MARGIN = 16;
    private static final int AXIS = 34;
    private static final int TALLEST = 12;

    /** @param state {@code overdue}, {@code soon} or {@code due} */
    record Dot(int x, int y, String state) {}

    /** A word at the axis. */
    record Tick(int x, String word) {}

    static SilenceChart of(Spread spread) {
        var columns = new TreeMap<Integer, Bin>();
        spread.bins()
                .forEach(bin -> columns.merge(Math.clamp(bin.day(), -DAYS, DAYS - 1), bin, SilenceChart::together));
        var tallest =
                columns.values().stream().mapToLong(SilenceChart::all).max().orElse(0);
        var each = Math.max(1, Math.ceilDiv(tallest, (long) TALLEST));
        var rows = (int) Math.clamp(Math.ceilDiv(tallest, each) + 2, 3, TALLEST + 2);
        var height = rows * DOT + AXIS;
        var dots = new ArrayList<Dot>();
        columns.forEach((day, bin) -> {
            var row = 0;
            for (var state : List.of("overdue", "soon", "due")) {
                for (var dot = 0; dot < Math.ceilDiv(count(bin, state), each); dot++) {
                    dots.add(new Dot(x(day) + COLUMN / 2, height - AXIS - DOT / 2 - 2 - DOT * row++, state));
                }
            }
        });
        return new SilenceChart(finding(spread), dots, axis(), each, x(0), x(DAYS) + MARGIN, height);
    }

    /** {@code In 3 of 41 matters the client waits beyond the limit, the longest for 5 days; 4 more come to it soon.} */
    static String finding(Spread spread) {
        if (spread.measured() == 0) {
            return "In no matter is the silence measured";
        }
        if (spread.overdue() == 0) {
            return "In none of %s does the client wait beyond the limit; %s"
                    .formatted(Times.counted(spread.measured(), "matter"), soon(spread, ""));
        }
        var longest = spread.bins().getLast().day();
        return "In %s the client waits beyond the limit, the longest for %s; %s"
                .formatted(
                        share(spread),
                        longest == 0 ? "less than a day" : Times.counted(longest, "day"),
                        soon(spread, "more "));
    }

    private static String share(Spread spread) {
        var all = Times.counted(spread.measured(), "matter");
        return spread.overdue() == spread.measured() && spread.overdue() > 1
                ? "all " + all
                : spread.overdue() + " of " + all;
    }

    private static String soon(Spread spread, String more) {
        return spread.soon() == 0
                ? "none comes to it soon"
                : spread.soon() + (spread.soon() == 1 ? " " + more + "comes" : " " + more + "come") + " to it soon";
    }

    private static List<Tick> axis() {
        return List.of(
                new Tick(x(-14), "14 days left"),
                new Tick(x(-7), "7 days left"),
                new Tick(x(0), "limit"),
                new Tick(x(7), "7 days over"),
                new Tick(x(14), "14 and more"));
    }

    private static int x(int day) {
        return 3 * MARGIN + (day + DAYS) * COLUMN;
    }

    private static Bin together(Bin one, Bin other) {
        return new Bin(one.day(), one.overdue() + other.overdue(), one.soon() + other.soon(), one.due() + other.due());
    }

    private static long all(Bin bin) {
        return LongStream.of(bin.overdue(), bin.soon(), bin.due()).sum();
    }

    private static long count(Bin bin, String state) {
        return switch (state) {
            case "overdue" -> bin.overdue();
            case "soon" -> bin.soon();
            default -> bin.due();
        };
    }
}
