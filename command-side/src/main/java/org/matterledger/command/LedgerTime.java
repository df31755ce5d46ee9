package org.matterledger.command;

import java.time.Instant;

/**
 * The ledger's time of a command: when the firm knew. It travels in the message; nothing asks a clock for it later.
 *
 * @param simulated whether an import tells of it in the time that it tells of: reconstructed, not known then
 */
public record LedgerTime(Instant instant, boolean simulated) {

    /** A time that a clock showed. */
    public LedgerTime(Instant instant) {
        this(instant, false);
    }
}
