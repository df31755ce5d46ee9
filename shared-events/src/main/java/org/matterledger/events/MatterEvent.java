package org.matterledger.events;

import java.time.Instant;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;

/** What happens in a matter: what was agreed, said, promised and owed. */
public sealed interface MatterEvent extends LedgerEvent permits MatterEvent.MatterOpened, ProtocolEvent, ThreadEvent {

    MatterId matterId();

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
            Instant occurredAt)
            implements MatterEvent {}
}
