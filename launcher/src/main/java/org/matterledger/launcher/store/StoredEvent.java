package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.UUID;

/** An event in its stored form. */
record StoredEvent(
        long position,
        UUID id,
        String stream,
        String streamType,
        long sequence,
        String type,
        int revision,
        Instant notedAt,
        String payload,
        String metadata) {}
