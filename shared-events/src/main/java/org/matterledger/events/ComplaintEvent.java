package org.matterledger.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** That a client is dissatisfied, and that the firm has heard it. Decided by the matter, so that the clock starts with it. */
public sealed interface ComplaintEvent extends MatterEvent {

    ComplaintId complaintId();

    /**
     * The client is dissatisfied, by whatever form and channel; nobody refuses for lack of form (semantics 4.5).
     *
     * @param by who complained
     * @param words what about, sealed with the person's key
     * @param entry the entry in which it was said, where one is recorded
     */
    @EventType(name = "complaint.recorded")
    record ComplaintRecorded(
            MatterId matterId,
            ComplaintId complaintId,
            @Nullable PersonId by,
            ChannelKind channel,
            ConfidentialText words,
            @Nullable EntryId entry,
            @Nullable Source source,
            Instant occurredAt)
            implements ComplaintEvent {}

    /** The firm told the client that the complaint has arrived; contact as well. */
    @EventType(name = "complaint.acknowledged")
    record ComplaintAcknowledged(
            MatterId matterId,
            ComplaintId complaintId,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            @Nullable ContentDigest digest,
            Instant occurredAt)
            implements ComplaintEvent {

        public ComplaintAcknowledged {
            to = List.copyOf(to);
        }
    }
}
