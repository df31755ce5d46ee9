package org.matterledger.values;

/**
 * When a ladder's level is reached, counted in working days from an obligation's due date: the close of that day.
 *
 * @param workingDays before the due date where negative, after it where positive; 0 is the due time itself
 */
public record Rung(Level level, int workingDays) {}
