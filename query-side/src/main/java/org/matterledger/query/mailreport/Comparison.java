package org.matterledger.query.mailreport;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run, what it shows, and what it would show under assumed terms.
 *
 * @param matters how many matters it touched
 * @param unassigned how many messages wait for a hand, by reason
 * @param setAside places of messages that were not imported; not all where they are many
 * @param zone of most of its matters
 * @param assumed absent where nothing is assumed
 */
record Comparison(
        MailImport run,
        long matters,
        Map<String, Long> unassigned,
        List<SetAside> setAside,
        Instant until,
        ZoneId zone,
        Figures recorded,
        Assumptions assumptions,
        @Nullable Figures assumed) {

    Comparison {
        unassigned = new TreeMap<>(unassigned);
        setAside = List.copyOf(setAside);
    }
}
