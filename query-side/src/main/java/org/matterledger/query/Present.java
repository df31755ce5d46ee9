package org.matterledger.query;

import java.time.Instant;

/** The ledger's time at reading: how long somebody has been waiting is reckoned up to it. */
@FunctionalInterface
public interface Present {

    Instant now();
}
