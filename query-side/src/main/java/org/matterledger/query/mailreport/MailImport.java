package org.matterledger.query.mailreport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.rest.PageAsked;

/** One run of an import, as it counted itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailImport(
        String id,
        Instant startedAt,

        @Schema(description = "Absent while it runs, and where it was stopped.") @Nullable
        Instant endedAt,

        @Schema(description = "Up to when time passed in its matters.") @Nullable
        Instant until,

        @Schema(description = "What was asked of it, by the option's name.", example = "{\"matter-by\": \"client\"}")
        Map<String, String> terms,

        @Schema(description = "How many messages were looked at.")
        long read,

        @Schema(description = "How many became entries of matters.")
        long imported,

        @Schema(description = "How many were in the ledger already, or twice in what was imported.")
        long duplicates,

        @Schema(description = "How many could not be read.") long broken,

        @Schema(description = "How many wait to be assigned to a matter by hand.")
        long unassigned,

        @Schema(description = "How many were left out, by reason.")
        Map<String, Long> skipped,

        long threads,
        @JsonIgnore long number) {

    MailImport {
        terms = new TreeMap<>(terms);
        skipped = new TreeMap<>(skipped);
    }

    /** What the next page of the list begins after. */
    List<String> key() {
        return List.of(Long.toString(number));
    }

    /** The number of the run before which a page begins. */
    static long before(PageAsked page) {
        return page.after().map(key -> Long.parseLong(key.getFirst())).orElse(Long.MAX_VALUE);
    }

    /** Whether it is a mailbox that is looked into again and again. */
    boolean watched() {
        return terms.containsKey("living");
    }

    public long skippedInAll() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
