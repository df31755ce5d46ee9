package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import.
 *
 * @param hours the firm's; absent for those that the ledger has
 * @param silenceLimit local days; absent for the policy's
 * @param until up to when time passes in the matters; absent for the instant of the newest letter
 */
public record ImportTerms(
        Firm firm,
        List<Colleague> colleagues,
        MatterBy matterBy,
        List<Mapping> mappings,
        @Nullable HoursFile hours,
        @Nullable Integer silenceLimit,
        @Nullable Instant until) {

    public ImportTerms {
        colleagues = List.copyOf(colleagues);
        mappings = List.copyOf(mappings);
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
