package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/**
 * What became of an entry after it was recorded. Nothing recorded is changed: a new event names the entry, and the
 * clocks that depended on it are reckoned again (rules.md 1.8, 17).
 */
public sealed interface EntryEvent extends ThreadEvent {

    /** The entry. */
    EntryId about();

    /** A message of the firm did not arrive, so it discharged nothing (semantics 4.2, 17). */
    @EventType(name = "entry.delivery-failed")
    record DeliveryFailed(
            MatterId matterId, EntryId about, @Nullable Source source, Instant occurredAt) implements EntryEvent {}

    /**
     * A person decided that a message needs no answer (semantics 4.2, 5). That ends its clock when it is said; where a
     * breach vanishes by it, it takes effect at the message, as any correction (4.9, 3; rules.md 1.8, 17).
     *
     * @param by who decided; absent where an integration said so
     * @param reason sealed with the matter's key
     * @param request the request to which a second person agreed, where one had to
     * @param neverNeeded {@code true} where the message never needed an answer, and none was ever late; else absent
     */
    @EventType(name = "entry.answer-waived")
    record AnswerWaived(
            MatterId matterId,
            EntryId about,
            @Nullable StaffId by,
            ConfidentialText reason,
            @Nullable EntryId request,
            @Nullable Boolean neverNeeded,
            Instant occurredAt)
            implements EntryEvent {}

    /**
     * What was recorded was wrong; the clocks are reckoned again from what it corrects.
     *
     * @param correction what was wrong; takes effect at what it corrects
     * @param request the request to which a second person agreed, where one had to
     * @param agreement the agreed channel that it came by, judged at the time and channel as corrected; absent where none
     *     was agreed then, and where neither was corrected
     * @param judgedAnew whether a corrected time or channel meets the agreements of the true one; not so in what was
     *     recorded before the ledger judged that: there the agreement stays under which the entry was first recorded
     */
    @EventType(name = "entry.corrected", revision = 2)
    record EntryCorrected(
            MatterId matterId,
            EntryId about,
            Correction correction,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence,
            @Nullable EntryId request,
            @Nullable ChannelId agreement,
            boolean judgedAnew,
            Instant occurredAt)
            implements EntryEvent {}

    /** The entry never happened, or not in this matter's life. */
    @EventType(name = "entry.withdrawn")
    record EntryWithdrawn(
            MatterId matterId,
            EntryId about,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence,
            @Nullable EntryId request,
            Instant occurredAt)
            implements EntryEvent {}

    /**
     * The entry belongs to another matter; the clocks of both are reckoned again.
     *
     * @param to the matter to which the entry belongs; it is recorded there as what this causes
     */
    @EventType(name = "entry.moved")
    record EntryMoved(
            MatterId matterId,
            EntryId about,
            MatterId to,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence,
            @Nullable EntryId request,
            Instant occurredAt)
            implements EntryEvent {}

    /**
     * A correction would make a breach vanish, and so waits for a second person; until then the old verdict stands.
     *
     * @param request this request's own id
     * @param correction absent where the entry is to be withdrawn or moved, or never needed an answer
     * @param to the matter to which it is to be moved
     * @param neverNeeded {@code true} where the message is to have needed no answer from the first; else absent
     * @param by who asked
     */
    @EventType(name = "entry.correction-requested")
    record CorrectionRequested(
            MatterId matterId,
            EntryId about,
            EntryId request,
            @Nullable Correction correction,
            @Nullable MatterId to,
            @Nullable Boolean neverNeeded,
            @Nullable StaffId by,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence,
            Instant occurredAt)
            implements EntryEvent {}

    /** The second person did not agree. */
    @EventType(name = "entry.correction-declined")
    record CorrectionDeclined(
            MatterId matterId, EntryId about, EntryId request, StaffId by, ConfidentialText reason, Instant occurredAt)
            implements EntryEvent {}

    /** A reviewer let a fact that was told too late take effect on the clocks (semantics 4.2, 14). */
    @EventType(name = "entry.late-entry-adopted")
    record LateEntryAdopted(MatterId matterId, EntryId about, StaffId by, ConfidentialText reason, Instant occurredAt)
            implements EntryEvent {}
}
