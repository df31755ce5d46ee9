package org.matterledger.command;

import org.jspecify.annotations.Nullable;

/**
 * What a command came to, once it is durable.
 *
 * @param subject the stream that decided
 * @param entry the id of what was recorded, where it has one of its own
 * @param version the sequence of that stream's last event
 * @param position the ledger's position that a reader must have reached to see it
 * @param recorded whether anything new was recorded, now or by the first request under this key
 * @param repeated whether this is the first request's answer, given again
 */
public record Receipt(
        String subject, @Nullable String entry, long version, long position, boolean recorded, boolean repeated) {}
