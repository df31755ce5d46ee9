package org.matterledger.query.mailreport;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.matterledger.query.Times;

/**
 * The picture of how the firm kept its word: for each month, or for so many where they are many, the shares of what was
 * kept, kept late and broken, from bottom to top.
 *
 * @param finding what the picture shows, in a sentence
 * @param months how many months a column stands for
 */
record MonthChart(String finding, List<Part> parts, List<Tick> ticks, int months, int width, int height) {

    private static final int LEFT = 44;
    private static final int PLOT = 560;
    private static final int TOP = 10;
    private static final int TALL = 130;
    private static final int FOOT = 28;
    private static final int MOST = 40;
    private static final int WIDEST = 72;
    private static final int LABEL = 66;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    /** @param state {@code kept}, {@code late} or {@code broken} */
    record Part(int x, int y, int width, int height, String state, String words) {}

    /** A word at the axis of months. */
    record Tick(int x, String word) {}

    static MonthChart of(List<Month> all) {
        return of(all, all.stream().map(Month::month).toList());
    }

    /** @param drawn all months of the axis, one after the other */
    static MonthChart of(List<Month> all, List<YearMonth> drawn) {
        var each = Math.max(1, Math.ceilDiv(drawn.size(), MOST));
        var months = grouped(on(drawn, all), each);
        var parts = new ArrayList<Part>();
        var ticks = new ArrayList<Tick>();
        var column = months.isEmpty() ? 0 : Math.min(WIDEST, PLOT / months.size());
        var labelled = column == 0 ? 1 : Math.ceilDiv(LABEL, column);
        for (var i = 0; i < months.size(); i++) {
            var x = LEFT + i * column;
            stack(months.get(i), x, Math.max(2, column - 3), parts);
            if (i % labelled == 0) {
                ticks.add(new Tick(x + column / 2, MONTH.format(months.get(i).month())));
            }
        }
        return new MonthChart(finding(all), parts, ticks, each, LEFT + PLOT + 16, TOP + TALL + FOOT);
    }

    private static List<Month> on(List<YearMonth> drawn, List<Month> all) {
        var known = all.stream().collect(Collectors.toMap(Month::month, month -> month));
        return drawn.stream()
                .map(month -> known.getOrDefault(month, new Month(month, 0, 0, 0)))
                .toList();
    }

    private static List<Month> grouped(List<Month> all, int each) {
        var grouped = new ArrayList<Month>();
        for (var i = 0; i < all.size(); i += each) {
            grouped.add(all.subList(i, Math.min(all.size(), i + each)).stream()
                    .reduce(Month::plus)
                    .orElseThrow());
        }
        return grouped;
    }

    private static void stack(Month month, int x, int width, List<Part> parts) {
        var settled = month.settled();
        var done = 0L;
        for (var state : List.of("kept", "late", "broken")) {
            var count = switch (state) {
                case "kept" -> month.kept();
                case "late" -> month.keptLate();
                default -> month.broken();
            };
            if (count > 0) {
                var from = (int) (TALL * done / settled);
                done += count;
                var to = (int) (TALL * done / settled);
                parts.add(new Part(
                        x,
                        TOP + TALL - to,
                        width,
                        to - from,
                        state,
                        "%s: %d %s of %d".formatted(MONTH.format(month.month()), count, state, settled)));
            }
        }
    }

    /** {@code Of 812 duties 79 % were kept in time, 11 % late, 10 % never; the worst month was Mar 2001}. */
    static String finding(List<Month> months) {
        var all = months.stream().reduce(Month::plus);
        if (all.isEmpty()) {
            return "Nothing fell due";
        }
        var settled = all.get().settled();
        var worst = months.stream()
                .filter(month -> month.broken() > 0)
                .max(Comparator.comparingDouble((Month month) -> (double) month.broken() / month.settled())
                        .thenComparing(Month::broken));
        return "Of %s %d %% were kept in time, %d %% late, %d %% not%s"
                .formatted(
                        settled == 1 ? "1 duty" : settled + " duties",
                        share(all.get().kept(), settled),
                        share(all.get().keptLate(), settled),
                        share(all.get().broken(), settled),
                        worst.map(month -> "; the worst month was " + MONTH.format(month.month()))
                                .orElse(""));
    }

    static long share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }

    /** What a column stands for. */
    public String column() {
        return months == 1 ? "a month" : Times.counted(months, "month");
    }
}
