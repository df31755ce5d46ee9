package org.matterledger.query;

import java.time.Instant;

/**
 * What the ledger knows about an event beside what happened. A handler of a view takes it as a parameter.
 *
 * @param position the event's place in the ledger
 * @param version its sequence in its stream
 * @param at when the firm knew
 * @param actor who did or reported it
 * @param origin {@code live} or {@code import}
 * @param simulated whether an import told it in the matter's own time; what it told of later, at the clock's, is not
 */
public record Noted(long position, long version, Instant at, String actor, String origin, boolean simulated) {}
