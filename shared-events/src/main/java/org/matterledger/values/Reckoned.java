package org.matterledger.values;

/**
 * By what a due time was reckoned, so that every date can be explained.
 *
 * @param rule the rule of reckoning, by its stable name: {@code END_OF_WORKING_DAY}
 * @param calendar in whose hours
 * @param calendarVersion which version of it
 * @param policyVersion which version of the firm's policy gave limit, cut-off and ladder
 */
public record Reckoned(String rule, CalendarId calendar, int calendarVersion, int policyVersion) {}
