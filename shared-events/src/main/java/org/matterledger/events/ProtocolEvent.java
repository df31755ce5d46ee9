package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.Party;

/** How firm and client agree to communicate. A proposal has no effect until the other party agrees (R000-02, R003-11). */
public sealed interface ProtocolEvent extends MatterEvent {

    ChannelId channelId();

    @EventType(name = "channel.proposed")
    record ChannelProposed(MatterId matterId, ChannelId channelId, Party by, ChannelTerms terms, Instant occurredAt)
            implements ProtocolEvent {}

    /** @param evidence where the other party's word can be found, in the firm's own systems */
    @EventType(name = "channel.agreed")
    record ChannelAgreed(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable ConfidentialText evidence,
            Instant occurredAt) implements ProtocolEvent {}

    @EventType(name = "channel.declined")
    record ChannelDeclined(MatterId matterId, ChannelId channelId, Party by, Instant occurredAt)
            implements ProtocolEvent {}

    /** Takes effect at once for new messages. */
    @EventType(name = "channel.withdrawn")
    record ChannelWithdrawn(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable ConfidentialText reason,
            Instant occurredAt) implements ProtocolEvent {}
}
