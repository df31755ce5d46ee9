package org.matterledger.command;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/** What people do about the duties of a matter, as commands: for forms, which hand in commands without REST. */
public interface DutyActs {

    /**
     * Who writes to whom, and how.
     *
     * @param thread absent for the matter's general one
     */
    record Addressed(
            MatterId matter,
            ChannelKind channel,
            List<PersonId> persons,
            StaffId by,
            @Nullable ThreadId thread) {

        public Addressed {
            persons = List.copyOf(persons);
        }
    }

    /**
     * What an update tells; sealed with the first recipient's key.
     *
     * @param reason why nothing moved
     * @param nextContactBy local date by which the client hears again
     */
    record Told(
            UpdateKind kind,
            ConfidentialText summary,
            @Nullable ConfidentialText reason,
            @Nullable LocalDate nextContactBy) {}

    /** The firm tells the client where the matter stands. */
    LedgerCommand update(Addressed to, Told told);

    /** The firm answers what waits in a thread. */
    LedgerCommand reply(Addressed to);

    /**
     * The firm names the local date by which it answers.
     *
     * @param promisedTime by which local time of that date; absent for its close
     */
    LedgerCommand holdingReply(Addressed to, LocalDate promisedFor, @Nullable LocalTime promisedTime);

    /**
     * The firm says that a date will not be met.
     *
     * @param about the promise or delivery
     * @param promisedFor the local date by which it comes instead
     * @param promisedTime by which local time of that date; absent for its close
     * @param reason sealed with the first recipient's key
     */
    LedgerCommand delayNotice(
            Addressed to,
            ObligationId about,
            LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ConfidentialText reason);

    /** The client hears that its complaint has arrived. */
    LedgerCommand acknowledgement(Addressed to, ComplaintId complaint);

    /** @param dueOn the local date agreed for delivery */
    LedgerCommand acceptance(MatterId matter, TaskId task, StaffId by, LocalDate dueOn);

    /** @param reason sealed with the matter's key */
    LedgerCommand refusal(MatterId matter, TaskId task, StaffId by, ConfidentialText reason);

    LedgerCommand delivery(Addressed to, TaskId task);

    /**
     * Why an entry was wrong, by whom that is said, and where it can be seen; sealed with the matter's key.
     *
     * @param entry which one
     */
    record Wrong(
            EntryId entry,
            StaffId by,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence) {}

    /** It never happened, or not here. */
    LedgerCommand withdrawal(Wrong entry);

    /** It happened otherwise. */
    LedgerCommand correction(Wrong entry, Correction correction);

    /** A second person agrees to a correction by which a breach vanishes. @param request the entry that asks for it */
    LedgerCommand agreement(EntryId request, StaffId by);

    /** A second person declines it. @param reason sealed with the matter's key */
    LedgerCommand disagreement(EntryId request, StaffId by, ConfidentialText reason);
}
