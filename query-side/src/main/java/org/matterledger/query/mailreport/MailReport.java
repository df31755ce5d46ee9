package org.matterledger.query.mailreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Tally;
import org.matterledger.values.CutOff;
import org.matterledger.values.ObligationKind;

/** What an import showed, for other programs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailReport(
        String id,
        Instant until,

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

        long matters,
        long threads,

        @Schema(
                description = "What became of what was owed, by kind. Promises are counted where they were marked as"
                        + " such, never guessed from text.")
        Map<ObligationKind, Tally> obligations,

        @Schema(description = "Up to ten that ended and ten that had not, the longest first.")
        List<LongSilence> longestSilences,

        Replies replies,

        @Schema(description = "The longest silence of each matter, spread over the days.")
        Spread silences,

        @Schema(description = "By the month in which something fell due.")
        List<Month> months,

        @Schema(
                description =
                        "The places of messages that were left out or could not be read; not all where they are many.")
        List<SetAside> setAside,

        @Schema(description = "The same under the terms that were asked for.") @Nullable
        WhatIf whatIf) {

    /**
     * What the same messages come to under other terms; what is absent of these is as it was.
     *
     * @param calendar its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhatIf(
            @Schema(description = "The longest silence, in local days.", example = "7") @Nullable
            Integer silenceLimit,

            @Nullable CutOff cutOff,

            @Schema(example = "Warsaw office") @Nullable String calendar,

            Map<ObligationKind, Tally> obligations,
            List<LongSilence> longestSilences,
            Replies replies,
            Spread silences,
            List<Month> months) {

        static WhatIf of(Assumptions assumed, Figures figures) {
            return new WhatIf(
                    assumed.silenceLimit(),
                    assumed.cutOff(),
                    assumed.calendar() == null ? null : assumed.calendar().name(),
                    figures.obligations(),
                    figures.longestSilences(),
                    figures.replies(),
                    figures.silences(),
                    figures.months());
        }
    }

    static MailReport of(Comparison compared) {
        var run = compared.run();
        var figures = compared.recorded();
        return new MailReport(
                run.id(),
                compared.until(),
                run.read(),
                run.imported(),
                run.duplicates(),
                run.broken(),
                run.unassigned(),
                run.skipped(),
                compared.matters(),
                run.threads(),
                figures.obligations(),
                figures.longestSilences(),
                figures.replies(),
                figures.silences(),
                figures.months(),
                compared.setAside(),
                compared.assumed() == null ? null : WhatIf.of(compared.assumptions(), compared.assumed()));
    }
}
