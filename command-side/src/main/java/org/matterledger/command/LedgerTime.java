package org.matterledger.command;

import java.time.Instant;

/** The ledger's time of a command: when the firm knew. It travels in the message; nothing asks a clock for it later. */
public record LedgerTime(Instant instant) {}
