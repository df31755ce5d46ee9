package org.matterledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.UpdateKind;

/** What client and firm said to each other: who, when, by which channel, about what; never the content itself. */
public sealed interface ThreadEvent extends MatterEvent {

    EntryId entryId();

    /** The client wrote or called; a fact, always recorded, with its deviations. */
    @EventType(name = "message.received")
    record MessageReceived(
            MatterId matterId,
            EntryId entryId,
            PersonId from,
            ChannelKind channel,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            Set<Deviation> deviations,
            Instant occurredAt)
            implements ThreadEvent {}

    /** The firm told the client where the matter stands. */
    @EventType(name = "update.sent")
    record UpdateSent(
            MatterId matterId,
            EntryId entryId,
            UpdateKind kind,
            ChannelKind channel,
            PersonId to,
            StaffId by,
            ConfidentialText summary,
            @Nullable ContentDigest digest,
            @Nullable ConfidentialText reason,
            @Nullable LocalDate nextContactBy,
            Instant occurredAt)
            implements ThreadEvent {}
}
