package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;
import org.matterledger.values.Urgency;

/** What client and firm say to each other: reported as facts, or asked of the ledger as acts. */
sealed interface ContactCommand extends MatterCommand {

    /** By which way of communication. */
    ChannelKind channel();

    /** In which thread; absent for the matter's general one. */
    @Nullable
    ThreadId thread();

    /** The entry that it answers. */
    @Nullable
    EntryId inReplyTo();

    /** A fact: it happened, whatever it departs from. */
    sealed interface ContactFact extends ContactCommand {

        /** When it happened in the world. */
        Instant occurredAt();

        @Nullable
        Source source();
    }

    /**
     * What was found out about a letter in a mailbox, beside what it says of itself.
     *
     * @param copyOf the entry of the same letter under another id
     * @param evidence where the letter can be found, sealed with the matter's key
     * @param timeReconstructed whether the writer's own date was missing, impossible or without a zone
     * @param noAnswerSuggested whether it looks as if it needs no answer
     */
    record Found(
            @Nullable EntryId copyOf,
            @Nullable ConfidentialText evidence,
            boolean timeReconstructed,
            boolean noAnswerSuggested) {

        /** Nothing: it was told as it is. */
        static final Found NOTHING = new Found(null, null, false, false);

        /** Told as it is, with what the teller thinks of it. */
        static Found seeming(@Nullable Boolean noAnswerSuggested) {
            return new Found(null, null, false, Boolean.TRUE.equals(noAnswerSuggested));
        }
    }

    /** An act of the firm, at the ledger's time. */
    sealed interface ContactAct extends ContactCommand {

        /** At least one contact person of the client. */
        List<PersonId> to();

        /** Who writes. */
        StaffId by();
    }

    /**
     * The client's side wrote.
     *
     * @param from who wrote; absent where nobody knows
     * @param subject sealed with the sender's key, or the client's where nobody knows who wrote
     */
    record ReportMessage(
            MatterId matterId,
            @Nullable PersonId from,
            ChannelKind channel,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            @Nullable MessageNature nature,
            @Nullable Urgency urgency,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Source source,
            Found found,
            Instant occurredAt)
            implements ContactFact {}

    /**
     * The firm's side wrote earlier.
     *
     * @param by who wrote; absent for a machine
     */
    record ReportSent(
            MatterId matterId,
            @Nullable StaffId by,
            List<PersonId> to,
            ChannelKind channel,
            MessageNature nature,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable LocalDate nextContactBy,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Source source,
            Found found,
            Instant occurredAt)
            implements ContactFact {}

    /**
     * Client and firm spoke.
     *
     * @param answered whether what the client asked was answered in the call
     */
    record ReportCall(
            MatterId matterId,
            Party callFrom,
            @Nullable PersonId person,
            @Nullable StaffId staff,
            ChannelKind channel,
            @Nullable MessageNature nature,
            @Nullable Urgency urgency,
            boolean answered,
            @Nullable ConfidentialText note,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Source source,
            Instant occurredAt)
            implements ContactFact {}

    /**
     * The firm tells the client where the matter stands.
     *
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
            @Nullable LocalDate nextContactBy,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo)
            implements ContactAct {}

    /** The firm answers. */
    record SendReply(
            MatterId matterId,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo)
            implements ContactAct {}

    /**
     * The firm names the date by which it answers; absent or vague is refused.
     *
     * @param promisedTime by which local time of that date; absent for its close
     */
    record SendHoldingReply(
            MatterId matterId,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo)
            implements ContactAct {}

    /** The firm says that a promised date will not be met, and names another. */
    record SendDelayNotice(
            MatterId matterId,
            ObligationId about,
            ChannelKind channel,
            List<PersonId> to,
            StaffId by,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ConfidentialText reason,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo)
            implements ContactAct {}
}
