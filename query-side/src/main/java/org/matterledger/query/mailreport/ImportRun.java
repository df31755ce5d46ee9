package org.matterledger.query.mailreport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;

/**
 * One run of an import of mail. Every message that it read was imported, met again, broken, unassigned or skipped.
 *
 * @param endedAt absent while it runs, and for ever where it was killed
 * @param until up to when time passed in the matters; absent before that is known
 * @param terms what was asked of it, by the option's name: {@code matter-by}, {@code silence-limit}, {@code calendar}
 * @param imported letters recorded now; one that belongs to several matters counts once
 * @param duplicates letters that were known by their id
 * @param unassigned letters that fit no matter, or several
 * @param skipped by reason
 * @param threads in which letters of this mailbox stand
 * @param matters told of something, or met again
 */
record ImportRun(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant until,
        Map<String, String> terms,
        long read,
        long imported,
        long duplicates,
        long broken,
        long unassigned,
        Map<String, Long> skipped,
        long threads,
        List<MatterId> matters) {

    ImportRun {
        terms = Map.copyOf(terms);
        skipped = Map.copyOf(skipped);
        matters = List.copyOf(matters);
    }
}
