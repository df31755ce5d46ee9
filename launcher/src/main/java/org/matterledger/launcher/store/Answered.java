package org.matterledger.launcher.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Outcome;
import org.matterledger.command.Receipt;
import org.matterledger.command.Refused;
import org.matterledger.events.ClaimEvent.ClaimTaken;
import org.matterledger.events.ClaimEvent.Result;

/** What a command came to, now or when its key was first used. */
record Answered(Outcome outcome, String stream, long version, long position, boolean repeated) {

    static Answered repeated(RecordStore.Claimed claimed) {
        var claim = claimed.claim();
        Outcome outcome = switch (claim.result()) {
            case RECORDED -> new Outcome.Recorded(java.util.List.of(), claim.entry());
            case NOTHING_NEW -> new Outcome.NothingNew(claim.entry());
            case REFUSED -> new Outcome.Refusal(known(claim.rule()), known(claim.detail()), claim.facts());
        };
        return new Answered(outcome, claim.subject(), claim.version(), claimed.position(), true);
    }

    /** The receipt, or the refusal as the exception that controllers pass on. */
    Receipt receipt() {
        return switch (outcome) {
            case Outcome.Recorded recorded -> new Receipt(stream, recorded.entry(), version, position, true, repeated);
            case Outcome.NothingNew nothing -> new Receipt(stream, nothing.entry(), version, position, false, repeated);
            case Outcome.Refusal refusal ->
                throw new Refused(refusal.rule(), refusal.detail(), refusal.facts(), repeated);
        };
    }

    static ClaimTaken claim(
            String claim, String fingerprint, Outcome outcome, String stream, long version, java.time.Instant at) {
        Result result = switch (outcome) {
            case Outcome.Recorded ignored -> Result.RECORDED;
            case Outcome.NothingNew ignored -> Result.NOTHING_NEW;
            case Outcome.Refusal ignored -> Result.REFUSED;
        };
        @Nullable
        String entry = switch (outcome) {
            case Outcome.Recorded recorded -> recorded.entry();
            case Outcome.NothingNew nothing -> nothing.entry();
            case Outcome.Refusal ignored -> null;
        };
        Map<String, String> facts = new HashMap<>();
        @Nullable String rule = null;
        @Nullable String detail = null;
        if (outcome instanceof Outcome.Refusal refusal) {
            facts.putAll(refusal.facts());
            rule = refusal.rule();
            detail = refusal.detail();
        }
        return new ClaimTaken(claim, fingerprint, result, stream, entry, version, rule, detail, facts, at);
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
