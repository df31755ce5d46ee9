package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.MatterId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.UpdateKind;

/** What can be asked of a matter. */
sealed interface MatterCommand extends LedgerCommand {

    MatterId matterId();

    @Override
    default String stream() {
        return matterId().value();
    }

    /** @param title sealed with the client's key */
    record OpenMatter(
            MatterId matterId,
            ClientId clientId,
            ConfidentialText title,
            PersonId contactPerson,
            StaffId responsible,
            StaffId accountablePartner,
            CalendarId calendarId,
            @Nullable Source source)
            implements MatterCommand {}

    /** What one of the two parties says about a channel. */
    sealed interface ChannelCommand extends MatterCommand {

        ChannelId channelId();

        Party by();

        /** Who spoke for the client; absent where the firm speaks. */
        @Nullable
        PersonId person();
    }

    record ProposeChannel(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            ChannelTerms terms) implements ChannelCommand {}

    /** @param evidence where the other party's word can be found, in the firm's own systems */
    record AgreeChannel(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText evidence)
            implements ChannelCommand {}

    record DeclineChannel(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText reason)
            implements ChannelCommand {}

    record WithdrawChannel(
            MatterId matterId,
            ChannelId channelId,
            Party by,
            @Nullable PersonId person,
            @Nullable ConfidentialText reason)
            implements ChannelCommand {}

    /**
     * The client's side wrote: a fact.
     *
     * @param from who wrote; absent where nobody knows
     * @param subject sealed with the sender's key, or the client's where nobody knows who wrote
     * @param occurredAt when it was written
     */
    record ReportMessage(
            MatterId matterId,
            @Nullable PersonId from,
            ChannelKind channel,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            @Nullable Source source,
            Instant occurredAt)
            implements MatterCommand {}

    /**
     * The firm tells the client where the matter stands: an act, at the ledger's time.
     *
     * @param to at least one contact person of the client
     * @param by who writes
     * @param summary in plain language, sealed with the first recipient's key, as is the reason
     * @param reason why nothing moved
     * @param nextContactBy local date by which the client hears again
     */
    record SendUpdate(
            MatterId matterId,
            UpdateKind kind,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            ConfidentialText summary,
            @Nullable ContentDigest digest,
            @Nullable ConfidentialText reason,
            @Nullable LocalDate nextContactBy)
            implements MatterCommand {}
}
