package org.matterledger.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ObligationEvent;

/** What an act would bring about, asked before it is recorded. Asking records nothing. */
public interface Foresight {

    /** @param now the ledger's time at which it would be recorded */
    Foreseen of(LedgerCommand act, Instant now);

    /**
     * What would follow.
     *
     * @param refusal the sentence of the rule that stands against it, where one does
     * @param verdicts what it would arm, keep or end, in the order in which it would be recorded
     */
    record Foreseen(@Nullable String refusal, List<ObligationEvent> verdicts) {

        public Foreseen {
            verdicts = List.copyOf(verdicts);
        }
    }
}
