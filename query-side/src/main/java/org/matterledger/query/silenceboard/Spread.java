package org.matterledger.query.silenceboard;

import java.util.List;

/**
 * How the silences lie to their limits.
 *
 * @param unmeasured open matters of which no silence is measured
 */
record Spread(List<Bin> bins, long unmeasured) {

    public long overdue() {
        return bins.stream().mapToLong(Bin::overdue).sum();
    }

    public long soon() {
        return bins.stream().mapToLong(Bin::soon).sum();
    }

    public long due() {
        return bins.stream().mapToLong(Bin::due).sum();
    }

    public long measured() {
        return overdue() + soon() + due();
    }

    /**
     * How many matters lie alike.
     *
     * @param day full days of 24 hours since the limit, −1 within the last day before it
     */
    record Bin(int day, long overdue, long soon, long due) {}
}
