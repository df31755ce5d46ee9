package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.PolicyId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** What happens in a matter: what was agreed, said, promised and owed. */
public sealed interface MatterEvent extends LedgerEvent
        permits MatterEvent.MatterOpened,
                MatterEvent.ResponsibleReplaced,
                MatterEvent.MatterClosed,
                ProtocolEvent,
                TermsEvent,
                ThreadEvent,
                TaskEvent,
                ComplaintEvent,
                ObligationEvent {

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
     * @param policyId the policy pack by which its duties are reckoned; absent in what was opened before there was one
     * @param policyVersion the version of it that was current
     * @param silenceLimit local days, where the contract names another limit than the policy
     * @param lastContact when the client last heard from the firm, where a running matter was taken over
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
            @Nullable PolicyId policyId,
            @Nullable Integer policyVersion,
            @Nullable Integer silenceLimit,
            @Nullable Instant lastContact,
            Instant occurredAt)
            implements MatterEvent {}

    /** Another staff member serves the client from here on; open duties go along, their clocks run on (4.2, 12). */
    @EventType(name = "matter.responsible-replaced")
    record ResponsibleReplaced(MatterId matterId, StaffId responsible, Instant occurredAt) implements MatterEvent {}

    /**
     * The firm does nothing more in the matter; open duties end as neither kept nor missed (4.2, 18).
     *
     * @param reason sealed with the matter's key
     */
    @EventType(name = "matter.closed")
    record MatterClosed(MatterId matterId, ConfidentialText reason, Instant occurredAt) implements MatterEvent {}
}
