package org.matterledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;
import org.matterledger.values.Urgency;

/** What client and firm said to each other: who, when, by which channel, about what; never the content itself. */
public sealed interface ContactEvent extends ThreadEvent {

    EntryId entryId();

    /** By which way of communication. */
    ChannelKind channel();

    /** The agreement under which the channel was used; absent where there was none. */
    @Nullable
    ChannelId agreement();

    /** In which thread; absent for the matter's general one. */
    @Nullable
    ThreadId thread();

    /** The entry that it answers, where it names one. */
    @Nullable
    EntryId inReplyTo();

    /**
     * The client's side wrote; a fact, always recorded, with its deviations.
     *
     * @param from who wrote; absent where nobody knows
     * @param subject the subject line, sealed with the sender's key
     * @param digest of the content
     * @param source what the reporting system calls the message
     * @param nature what kind of message; absent for an ordinary one
     * @param urgency absent for an ordinary one
     * @param movedFrom the entry that was recorded in another matter by mistake
     * @param copyOf the entry of the same letter, where it came again under another id; it counts there alone
     * @param noAnswerSuggested whether it looks as if it needs no answer; a person decides (semantics 4.2, 5)
     * @param evidence where the message can be found, in the firm's own systems, sealed with the matter's key
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
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable MessageNature nature,
            @Nullable Urgency urgency,
            @Nullable EntryId movedFrom,
            @Nullable EntryId copyOf,
            @Nullable Boolean noAnswerSuggested,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements ContactEvent {

        public MessageReceived {
            deviations = Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * The firm's side wrote, and it was told afterwards; a fact, always recorded, with its deviations.
     *
     * @param by who wrote; absent for a machine, or where nobody knows
     * @param promisedFor the local date by which a holding reply promises the answer
     * @param promisedTime by which local time of that date; absent where it named none
     * @param nextContactBy the local date by which the client hears again, as told in the message
     * @param copyOf the entry of the same letter, where it was found again under another id; it counts there alone
     * @param inNoThread {@code true} where it speaks in no thread at all, as an update that names none: it is contact, and
     *     answers nothing; absent where it speaks in its thread, or the general one
     * @param evidence where the message can be found, in the firm's own systems, sealed with the matter's key
     */
    @EventType(name = "message.sent")
    record MessageSent(
            MatterId matterId,
            EntryId entryId,
            @Nullable StaffId by,
            List<Recipient> to,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            MessageNature nature,
            @Nullable ConfidentialText subject,
            @Nullable ContentDigest digest,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable LocalDate nextContactBy,
            Set<Deviation> deviations,
            @Nullable Source source,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable EntryId movedFrom,
            @Nullable EntryId copyOf,
            @Nullable Boolean inNoThread,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements ContactEvent {

        public MessageSent {
            to = List.copyOf(to);
            deviations = Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * Client and firm spoke; a fact. Who called has reached the other: a call of the firm is contact, a call of the
     * client asks for an answer unless it got one in the call.
     *
     * @param callFrom which side called
     * @param person who spoke for the client
     * @param answered whether what the client asked was answered in the call
     * @param note what was said, in a sentence, sealed with the person's key
     */
    @EventType(name = "call.held")
    record CallHeld(
            MatterId matterId,
            EntryId entryId,
            Party callFrom,
            @Nullable Recipient person,
            @Nullable StaffId staff,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            @Nullable MessageNature nature,
            @Nullable Urgency urgency,
            boolean answered,
            @Nullable ConfidentialText note,
            Set<Deviation> deviations,
            @Nullable Source source,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable EntryId movedFrom,
            Instant occurredAt)
            implements ContactEvent {

        public CallHeld {
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
     * @param deviations how it departs from rules that the policy only warns of; absent where it doesn't
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
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Set<Deviation> deviations,
            Instant occurredAt)
            implements ContactEvent {

        public UpdateSent {
            to = List.copyOf(to);
            deviations = deviations == null || deviations.isEmpty()
                    ? null
                    : Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * The firm answered; an act.
     *
     * @param deviations how it departs from rules that the policy only warns of; absent where it doesn't
     */
    @EventType(name = "reply.sent")
    record ReplySent(
            MatterId matterId,
            EntryId entryId,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Set<Deviation> deviations,
            Instant occurredAt)
            implements ContactEvent {

        public ReplySent {
            to = List.copyOf(to);
            deviations = deviations == null || deviations.isEmpty()
                    ? null
                    : Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * The firm named the date by which it answers; an act (R003-07).
     *
     * @param promisedFor a concrete open day of the matter's calendar
     * @param promisedTime by which local time of that day; absent for its close
     * @param deviations how it departs from rules that the policy only warns of; absent where it doesn't
     */
    @EventType(name = "holding-reply.sent")
    record HoldingReplySent(
            MatterId matterId,
            EntryId entryId,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Set<Deviation> deviations,
            Instant occurredAt)
            implements ContactEvent {

        public HoldingReplySent {
            to = List.copyOf(to);
            deviations = deviations == null || deviations.isEmpty()
                    ? null
                    : Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }

    /**
     * The firm said that a promised date will not be met, and named another; an act (R004-16).
     *
     * @param about the promise or the task's delivery
     * @param promisedTime by which local time of the promised date; absent for its close
     * @param deviations how it departs from rules that the policy only warns of; absent where it doesn't
     */
    @EventType(name = "delay-notice.sent")
    record DelayNoticeSent(
            MatterId matterId,
            EntryId entryId,
            ObligationId about,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            List<Recipient> to,
            StaffId by,
            LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ConfidentialText reason,
            @Nullable ContentDigest digest,
            @Nullable ThreadId thread,
            @Nullable EntryId inReplyTo,
            @Nullable Set<Deviation> deviations,
            Instant occurredAt)
            implements ContactEvent {

        public DelayNoticeSent {
            to = List.copyOf(to);
            deviations = deviations == null || deviations.isEmpty()
                    ? null
                    : Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
        }
    }
}
