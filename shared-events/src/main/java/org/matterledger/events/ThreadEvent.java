package org.matterledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.UpdateKind;

/** What client and firm said to each other: who, when, by which channel, about what; never the content itself. */
public sealed interface ThreadEvent extends MatterEvent {

    EntryId entryId();

    /** By which way of communication. */
    ChannelKind channel();

    /** The agreement under which the channel was used; absent where there was none. */
    @Nullable
    ChannelId agreement();

    /**
     * The client's side wrote; a fact, always recorded, with its deviations.
     *
     * @param from who wrote; absent where nobody knows
     * @param subject the subject line, sealed with the sender's key
     * @param digest of the content
     * @param source what the reporting system calls the message
     */
    @EventType(name = "message.received")
    record MessageReceived(
            MatterId matterId,
            EntryId entryId,
            @Nullable PersonId from,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            Set<Deviation> deviations,
            @Nullable Source source,
            Instant occurredAt)
            implements ThreadEvent {

        public MessageReceived {
            deviations = Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * The firm told the client where the matter stands.
     *
     * @param summary in plain language, sealed with the first recipient's key
     * @param digest of the content as sent
     * @param reason why nothing moved, where nothing did (R001-04)
     * @param nextContactBy the local date by which the client hears again; a promise
     */
    @EventType(name = "update.sent")
    record UpdateSent(
            MatterId matterId,
            EntryId entryId,
            UpdateKind kind,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            ConfidentialText summary,
            @Nullable ContentDigest digest,
            @Nullable ConfidentialText reason,
            @Nullable LocalDate nextContactBy,
            Instant occurredAt)
            implements ThreadEvent {

        public UpdateSent {
            to = List.copyOf(to);
        }
    }
}
