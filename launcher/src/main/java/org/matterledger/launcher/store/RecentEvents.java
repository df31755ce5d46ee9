package org.matterledger.launcher.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The end of the record as it was last read, for all processors of a node: they follow it side by side, so that each page
 * is fetched and parsed once for all of them. Events never change and come to light in their order, so a page that was
 * read once holds for ever. Whoever is further back than what is kept, as a view that is rebuilt, reads by itself.
 */
final class RecentEvents {

    static final int KEPT = 2000;

    /** Fetches events after a position, in order, at most so many. */
    @FunctionalInterface
    interface Pages {
        List<TrackedEventMessage<?>> after(long position, int limit);
    }

    private final Pages record;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<TrackedEventMessage<?>> kept = new ArrayList<>();
    private long from = -1;

    RecentEvents(Pages record) {
        this.record = record;
    }

    /** Events after a position, in order, at most so many; none at the end of the record. */
    List<TrackedEventMessage<?>> after(long position, int limit) {
        lock.lock();
        try {
            if (position >= from) {
                return shared(position, limit);
            }
        } finally {
            lock.unlock();
        }
        return record.after(position, limit);
    }

    private List<TrackedEventMessage<?>> shared(long position, int limit) {
        var end = end();
        if (position < end) {
            var first = firstAfter(position);
            return List.copyOf(kept.subList(first, Math.min(kept.size(), first + limit)));
        }
        var page = record.after(position, limit);
        if (position > end) {
            // what lies between is not known here: nobody may be led over it
            kept.clear();
            from = position;
        }
        keep(page);
        return page;
    }

    private void keep(List<TrackedEventMessage<?>> page) {
        kept.addAll(page);
        if (kept.size() > KEPT) {
            var gone = kept.subList(0, kept.size() - KEPT);
            from = positionOf(gone.getLast());
            gone.clear();
        }
    }

    /** The position up to which everything after {@link #from} is kept. */
    private long end() {
        return kept.isEmpty() ? from : positionOf(kept.getLast());
    }

    private int firstAfter(long position) {
        var low = 0;
        var high = kept.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (positionOf(kept.get(middle)) > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return LedgerStorageEngine.positionOf(event.trackingToken());
    }
}
