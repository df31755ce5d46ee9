package org.matterledger.values;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a channel is used.
 *
 * @param kind which way of communication
 * @param purpose what it is for: {@code daily matters}
 * @param opensAt start of the window in which it is used, local to the matter's calendar
 * @param closesAt end of that window, exclusive
 * @param fileRoute how files are sent
 * @param expectedAnswer the speed that the client expects; absent for “when convenient”
 */
public record ChannelTerms(
        ChannelKind kind,
        @Nullable String purpose,
        @Nullable LocalTime opensAt,
        @Nullable LocalTime closesAt,
        @Nullable ChannelKind fileRoute,
        @Nullable Duration expectedAnswer) {}
