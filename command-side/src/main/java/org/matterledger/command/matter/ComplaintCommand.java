package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** What can be asked about a complaint. */
sealed interface ComplaintCommand extends MatterCommand {

    ComplaintId complaintId();

    /** The client is dissatisfied, in whatever form: a fact. */
    record RecordComplaint(
            MatterId matterId,
            ComplaintId complaintId,
            @Nullable PersonId by,
            ChannelKind channel,
            ConfidentialText words,
            @Nullable EntryId entry,
            @Nullable Source source,
            Instant occurredAt)
            implements ComplaintCommand {}

    /** The firm tells the client that the complaint has arrived. */
    record AcknowledgeComplaint(
            MatterId matterId,
            ComplaintId complaintId,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            @Nullable ContentDigest digest)
            implements ComplaintCommand {}
}
