package org.matterledger.launcher.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the figures of a run as the rows of a table in Markdown. */
final class Figures {

    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
        out.println("| benchmark | ours | beside it | ratio | goal | |");
        out.println("|---|---:|---:|---:|---:|---|");
    }

    /** A ratio that is to be at least so much. */
    void atLeast(String name, String ours, String other, double ratio, double goal) {
        row(name, ours, other, ratio, "≥ " + goal, ratio >= goal);
    }

    /** A ratio, or a figure, that is to be at most so much. */
    void atMost(String name, String ours, String other, double ratio, double goal) {
        row(name, ours, other, ratio, "≤ " + goal, ratio <= goal);
    }

    /** A figure that has no goal. */
    void told(String name, String ours, String other, double ratio) {
        out.printf(Locale.ROOT, "| %s | %s | %s | %.2f | | |%n", name, ours, other, ratio);
        out.flush();
    }

    private void row(String name, String ours, String other, double ratio, String goal, boolean met) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %s |%n",
                name,
                ours,
                other,
                ratio,
                goal,
                met ? "met" : "missed");
        out.flush();
    }

    static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%.0f/s", rate);
    }

    static String milliseconds(double nanoseconds) {
        return String.format(Locale.ROOT, "%.2f ms", nanoseconds / 1e6);
    }

    static String seconds(double nanoseconds) {
        return String.format(Locale.ROOT, "%.1f s", nanoseconds / 1e9);
    }
}
