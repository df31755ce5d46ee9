package org.matterledger.launcher.store;

import io.axoniq.axonserver.connector.event.EventStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds the first event of certain types in a part of the record. An Axon Server can't be asked that, so the part is
 * read; what was read once for the same types is remembered, since views ask about the record's end again and again.
 */
final class AxonServerLookahead {

    private static final int LONGEST = 5000;

    private final AxonServerLink link;
    private final Map<Set<String>, Known> known = new ConcurrentHashMap<>();

    AxonServerLookahead(AxonServerLink link) {
        this.link = link;
    }

    /** After `from` and up to `upTo` there is none of the types, but perhaps one at `upTo` itself. */
    private static final class Known {
        private final ReentrantLock lock = new ReentrantLock();
        private long from;
        private long upTo;
        private boolean found;
    }

    /** As {@link RecordStore#firstOf}. */
    long firstOf(Collection<String> types, long after, long upTo) {
        var wanted = Set.copyOf(types);
        var part = known.computeIfAbsent(wanted, ignored -> new Known());
        part.lock.lock();
        try {
            if (after < part.from || after > part.upTo || (part.found && after == part.upTo)) {
                part.from = after;
                part.upTo = after;
                part.found = false;
            }
            if (!part.found && part.upTo < upTo) {
                readOn(part, wanted, upTo);
            }
            if (part.found) {
                return part.upTo <= upTo ? part.upTo : 0;
            }
            return part.upTo < upTo ? part.upTo + 1 : 0;
        } finally {
            part.lock.unlock();
        }
    }

    private void readOn(Known part, Set<String> wanted, long upTo) {
        EventStream events = link.events().openStream(part.upTo - 1, LONGEST, LONGEST, false);
        try {
            var last = Math.min(upTo, part.upTo + LONGEST);
            while (part.upTo < last && !part.found) {
                var event = events.nextIfAvailable(AxonServerLink.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) {
                    throw new LedgerUnavailable("The record can't be read further than " + part.upTo);
                }
                part.upTo = event.getToken() + 1;
                part.found = wanted.contains(event.getEvent().getPayload().getType());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Reading was interrupted", e);
        } finally {
            events.close();
        }
    }
}
