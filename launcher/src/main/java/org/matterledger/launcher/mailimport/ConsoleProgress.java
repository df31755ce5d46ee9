package org.matterledger.launcher.mailimport;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Shows how far it has come: a bar that is written over where a person looks on, plain lines now and then where the output
 * goes to a file.
 */
public final class ConsoleProgress implements Progress {

    private static final long SECOND = 1_000_000_000;
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean bar;
    private final LongSupplier nanoseconds;
    private final long every;
    private final AtomicLong done = new AtomicLong();
    private String what = "";
    private long of;
    private long begun;
    private long shown;

    /**
     * @param bar whether a person looks on
     * @param nanoseconds a clock for rates
     */
    public ConsoleProgress(PrintStream out, boolean bar, LongSupplier nanoseconds) {
        this.out = out;
        this.bar = bar;
        this.nanoseconds = nanoseconds;
        this.every = bar ? SECOND / 5 : 10 * SECOND;
    }

    @Override
    public synchronized void step(String thing, long all) {
        what = thing;
        of = all;
        done.set(0);
        begun = nanoseconds.getAsLong();
        shown = begun;
    }

    @Override
    public void done(long more) {
        done.addAndGet(more);
        show(false);
    }

    /** All of it is done: what lies between messages is not counted as it comes. */
    @Override
    public void end() {
        done.set(of);
        show(true);
    }

    private synchronized void show(boolean last) {
        var now = nanoseconds.getAsLong();
        if (!last && now - shown < every) {
            return;
        }
        shown = now;
        var line = line(Math.min(done.get(), of), Math.max(1, now - begun), last);
        if (bar) {
            out.print("\r" + line + (last ? "\n" : ""));
        } else {
            out.println(line);
        }
        out.flush();
    }

    private String line(long come, long taken, boolean last) {
        var rate = (double) come * SECOND / taken;
        var share = of == 0 ? 1 : (double) come / of;
        var left = last || rate == 0 ? "" : ", " + span((long) ((of - come) / rate)) + " left";
        var text = String.format(Locale.ROOT, "%3.0f %%  %s, %s/s%s", share * 100, counted(come), amount(rate), left);
        if (!bar) {
            return text;
        }
        var filled = (int) (share * WIDTH);
        return "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + String.format(Locale.ROOT, "%-48s", text);
    }

    private String counted(long come) {
        return what.equals("bytes") ? "read " + amount(come) + " of " + amount(of) : what + " " + come + " of " + of;
    }

    /** Bytes in the largest unit that fits; anything else as it is. */
    private String amount(double count) {
        if (!what.equals("bytes")) {
            return String.format(Locale.ROOT, "%.0f", count);
        }
        return count < 1e6
                ? String.format(Locale.ROOT, "%.0f kB", count / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }

    private static String span(long seconds) {
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }
}
