package org.matterledger.launcher.mailimport;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;

/**
 * What is asked of an import.
 *
 * @param hours the firm's; absent for those that the ledger has
 * @param silenceLimit local days; absent for the policy's
 * @param until up to when time passes in the matters; absent for the instant of the newest letter
 * @param handOver whether the ledger's clock follows the matters from then on
 */
public record ImportTerms(
        Firm firm,
        List<Colleague> colleagues,
        MatterBy matterBy,
        List<Mapping> mappings,
        @Nullable HoursFile hours,
        @Nullable Integer silenceLimit,
        @Nullable Instant until,
        boolean handOver) {

    private static final int LONGEST_SILENCE = 365;

    public ImportTerms {
        colleagues = List.copyOf(colleagues);
        mappings = List.copyOf(mappings);
    }

    /**
     * As asked on a command line.
     *
     * @throws CannotRun for a file that can't be read, and for what makes no sense; the message names the line
     */
    public static ImportTerms of(
            List<String> domains,
            List<String> addresses,
            @Nullable Path colleagues,
            MatterBy matterBy,
            @Nullable Path map,
            @Nullable Path calendar,
            @Nullable Integer silenceLimit) {
        if (silenceLimit != null && (silenceLimit < 1 || silenceLimit > LONGEST_SILENCE)) {
            throw new CannotRun("--silence-limit takes days from 1 to " + LONGEST_SILENCE + ", not " + silenceLimit);
        }
        var listed = colleagues == null ? List.<Colleague>of() : Colleague.read(colleagues);
        var ours = Stream.concat(addresses.stream(), listed.stream().map(Colleague::address));
        return new ImportTerms(
                Firm.of(domains, ours.toList()),
                listed,
                matterBy,
                map == null ? List.of() : Mapping.read(map),
                calendar == null ? null : HoursFile.read(calendar),
                silenceLimit,
                null,
                false);
    }

    /** Up to an instant other than that of the newest letter. */
    public ImportTerms until(Instant instant, boolean thenFollowed) {
        return new ImportTerms(firm, colleagues, matterBy, mappings, hours, silenceLimit, instant, thenFollowed);
    }

    /** With other places for what is written with some addresses. */
    ImportTerms mapped(List<Mapping> other) {
        return new ImportTerms(firm, colleagues, matterBy, other, hours, silenceLimit, until, handOver);
    }

    /** In the words of the options, without anybody's name. */
    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        words.put("matter-by", matterBy.name().toLowerCase(Locale.ROOT));
        words.put("firm-domains", String.join(" ", firm.domains()));
        if (silenceLimit != null) {
            words.put("silence-limit", silenceLimit.toString());
        }
        if (hours != null) {
            words.put("calendar", hours.name());
        }
        return words;
    }
}
