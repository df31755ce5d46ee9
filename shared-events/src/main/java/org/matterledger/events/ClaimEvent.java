package org.matterledger.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A caller's key or source reference, taken once and for ever together with the answer that it got. One event a
 * stream, appended with what it answers, so that a repeated request meets the first answer.
 */
public sealed interface ClaimEvent extends LedgerEvent {

    /**
     * @param claim keyed hash of the caller's key and its scope; says nothing by itself
     * @param fingerprint keyed hash of the request; another fingerprint under the same claim is a misuse of the key
     * @param result what the request came to
     * @param subject the stream that decided
     * @param entry the id of what was recorded there, where something has an id
     * @param version the sequence of the subject's stream after the request, −1 where the stream doesn't exist
     * @param rule name of the rule that refused, where one did
     * @param detail the refusal in words, without confidential text
     */
    @EventType(name = "claim.taken")
    record ClaimTaken(
            String claim,
            String fingerprint,
            Result result,
            String subject,
            @Nullable String entry,
            long version,
            @Nullable String rule,
            @Nullable String detail,
            Map<String, String> facts,
            Instant occurredAt)
            implements ClaimEvent {}

    /** What a claimed request came to. */
    enum Result {
        RECORDED,
        NOTHING_NEW,
        REFUSED
    }
}
