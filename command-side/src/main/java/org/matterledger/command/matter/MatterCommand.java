package org.matterledger.command.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** What can be asked of a matter. */
sealed interface MatterCommand extends LedgerCommand
        permits MatterCommand.OpenMatter,
                MatterCommand.ReplaceResponsible,
                MatterCommand.CloseMatter,
                MatterCommand.LetTimePass,
                MatterCommand.ChannelCommand,
                TermsCommand,
                ContactCommand,
                EntryCommand,
                TaskCommand,
                ComplaintCommand {

    MatterId matterId();

    @Override
    default String stream() {
        return matterId().value();
    }

    /**
     * @param title sealed with the client's key
     * @param silenceLimit local days, where the contract names another limit than the policy
     * @param lastContact when the client last heard from the firm, where a running matter is taken over
     */
    record OpenMatter(
            MatterId matterId,
            ClientId clientId,
            ConfidentialText title,
            PersonId contactPerson,
            StaffId responsible,
            StaffId accountablePartner,
            CalendarId calendarId,
            @Nullable Source source,
            @Nullable Integer silenceLimit,
            @Nullable Instant lastContact)
            implements MatterCommand {}

    record ReplaceResponsible(MatterId matterId, StaffId responsible) implements MatterCommand {}

    record CloseMatter(MatterId matterId, ConfidentialText reason) implements MatterCommand {}

    /** Records what the clock alone brought about. */
    record LetTimePass(MatterId matterId) implements MatterCommand {}

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
}
