package org.matterledger.values;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with an entry. What is absent stays as it was recorded.
 *
 * @param occurredAt when it really happened
 * @param thread in which thread it really belongs
 * @param channel by which channel it really came or went
 * @param nature what it really was
 */
public record Correction(
        @Nullable Instant occurredAt,
        @Nullable ThreadId thread,
        @Nullable ChannelKind channel,
        @Nullable MessageNature nature) {}
