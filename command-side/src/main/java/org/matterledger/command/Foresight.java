package org.matterledger.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ObligationEvent;

/** What an act would bring about, asked before it is recorded. Asking records nothing. */
public interface Foresight {

    /**
     * @param act what people do about a duty, or say of an entry
     * @param now the ledger's time at which it would be recorded
     */
    Foreseen of(LedgerCommand act, Instant now);

    /**
     * What would follow.
     *
     * @param refused what stands against it, where something does
     * @param verdicts what it would arm, keep or end, in the order in which it would be recorded
     * @param waits whether nothing would follow before a second person agreed
     */
    record Foreseen(@Nullable Stands refused, List<ObligationEvent> verdicts, boolean waits) {

        public Foreseen {
            verdicts = List.copyOf(verdicts);
        }

        /** @param sentence of the rule that stands against it */
        public static Foreseen refusedBy(String rule, String sentence) {
            return new Foreseen(new Stands(rule, sentence), List.of(), false);
        }
    }

    /** A rule that stands against an act. */
    record Stands(String rule, String sentence) {}
}
