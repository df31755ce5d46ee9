package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;

/**
 * How firm and client agree to communicate. A proposal has no effect until the other party agrees (R000-02, R003-11).
 * The client's word is a named person's word; the firm's is the actor's in the metadata.
 */
public sealed interface ProtocolEvent extends MatterEvent {

    ChannelId channelId();

    /** Which side spoke. */
    Party by();

    /** Who spoke for the client; absent where the firm spoke. */
    @Nullable
    PersonId person();

    /** One side asks for a channel on these terms. */
    @EventType(name = "channel.proposed")
    record ChannelProposed(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            ChannelTerms terms,
            Instant occurredAt)
            implements ProtocolEvent {}

    /**
     * The other side agreed; from here on the channel is used on the terms proposed.
     *
     * @param evidence where the other party's word can be found, in the firm's own systems
     */
    @EventType(name = "channel.agreed")
    record ChannelAgreed(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements ProtocolEvent {}

    /** The other side did not agree. */
    @EventType(name = "channel.declined")
    record ChannelDeclined(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText reason,
            Instant occurredAt)
            implements ProtocolEvent {}

    /** One side took its consent, or its proposal, back. Takes effect at once for new messages (R003-11). */
    @EventType(name = "channel.withdrawn")
    record ChannelWithdrawn(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText reason,
            Instant occurredAt)
            implements ProtocolEvent {}
}
