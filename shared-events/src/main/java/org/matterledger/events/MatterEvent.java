package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** What happens in a matter: what was agreed, said, promised and owed. */
public sealed interface MatterEvent extends LedgerEvent permits MatterEvent.MatterOpened, ProtocolEvent, ThreadEvent {

    MatterId matterId();

    /**
     * The firm took on a matter.
     *
     * @param title sealed with the client's key
     * @param contactPerson whom the firm speaks with; a matter without one is never opened (R004-15)
     * @param responsible who serves the client, and alone accepts tasks (R003-15)
     * @param accountablePartner where every escalation ends (R004-02)
     * @param calendarVersion the version of the calendar that was current
     * @param mainChannel mail, agreed by the contract, until the parties make another the main one (R000-13)
     * @param source what the case-management system calls the matter
     */
    @EventType(name = "matter.opened")
    record MatterOpened(
            MatterId matterId,
            ClientId clientId,
            ConfidentialText title,
            PersonId contactPerson,
            StaffId responsible,
            StaffId accountablePartner,
            CalendarId calendarId,
            int calendarVersion,
            ChannelId mainChannel,
            @Nullable Source source,
            Instant occurredAt)
            implements MatterEvent {}
}
