package org.matterledger.query.mailreport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Times;
import org.matterledger.query.mailreport.Replies.Speed;

/**
 * The picture of how fast clients were answered: a bar for each span of working time, with its count on top.
 *
 * @param finding what the picture shows, in a sentence
 */
record ReplyChart(String finding, List<Bar> bars, int width, int height) {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 190;
    private static final int COLUMN = 100;
    private static final int BAR = 64;
    private static final int TOP = 26;
    private static final int FOOT = 40;

    /**
     * @param middle where its words stand
     * @param late whether it is told as too slow for a day's answer
     */
    record Bar(int x, int y, int width, int height, int middle, String count, String label, boolean late) {}

    static ReplyChart of(Replies replies) {
        var most = replies.within().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var speed : Speed.values()) {
            var count = replies.within().getOrDefault(speed, 0L);
            var height = most == 0 ? 0 : (int) Math.round((double) (HEIGHT - TOP - FOOT) * count / most);
            var x = 10 + bars.size() * COLUMN;
            bars.add(new Bar(
                    x + (COLUMN - BAR) / 2,
                    HEIGHT - FOOT - height,
                    BAR,
                    height,
                    x + COLUMN / 2,
                    Long.toString(count),
                    label(speed),
                    speed == Speed.LATER));
        }
        return new ReplyChart(finding(replies), bars, WIDTH, HEIGHT);
    }

    /** {@code Half of 412 answers came within 2 h 10 min of working time; 31 took longer than the next working day}. */
    static String finding(Replies replies) {
        var median = said(replies);
        if (median == null) {
            return "No answer came to any client";
        }
        var later = replies.within().getOrDefault(Speed.LATER, 0L);
        return "Half of %s came within %s of working time; %s"
                .formatted(
                        Times.counted(replies.answered(), "answer"),
                        median,
                        later == 0
                                ? "none took longer than the next working day"
                                : later + " took longer than the next working day");
    }

    /** The median as one says it; nothing without answers. */
    static @Nullable String said(Replies replies) {
        var median = replies.median();
        if (median == null) {
            return null;
        }
        var hours = median.toHours();
        var minutes = median.toMinutesPart();
        if (hours == 0) {
            return minutes == 0 ? "a minute" : minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }

    private static String label(Speed speed) {
        return switch (speed) {
            case ONE_WORKING_HOUR -> "within 1 hour";
            case FOUR_WORKING_HOURS -> "within 4 hours";
            case EIGHT_WORKING_HOURS -> "within 8 hours";
            case SAME_DAY -> "same day";
            case NEXT_WORKING_DAY -> "next working day";
            case LATER -> "later";
        };
    }
}
