package org.matterledger.values;

import java.time.Instant;

/** One rung of an obligation's ladder, reckoned to an instant; it is climbed only while the obligation is open then. */
public record LadderStep(Level level, Instant at) {}
