package org.matterledger.values;

import java.time.Duration;

/**
 * How long after: the client feels calendar time, the firm promised business time; both are always told (semantics 4.1,
 * 10).
 *
 * @param business open time of the matter's calendar in between
 * @param calendar plain time in between
 */
public record Lag(Duration business, Duration calendar) {}
