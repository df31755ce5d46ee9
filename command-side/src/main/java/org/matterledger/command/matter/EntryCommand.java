package org.matterledger.command.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/** What is to become of what was recorded. */
sealed interface EntryCommand extends MatterCommand {

    /** @param subject sealed with the matter's key */
    record OpenThread(
            MatterId matterId,
            ThreadId threadId,
            @Nullable ConfidentialText subject,
            @Nullable Source source) implements EntryCommand {}

    /** A message of the firm did not arrive: a fact. */
    record ReportFailure(
            MatterId matterId, EntryId about, @Nullable Source source, Instant occurredAt) implements EntryCommand {}

    record WaiveAnswer(
            MatterId matterId, EntryId about, @Nullable StaffId by, ConfidentialText reason) implements EntryCommand {}

    /** A wrong entry is corrected, withdrawn or moved; a breach that would vanish waits for a second person. */
    sealed interface CorrectionCommand extends EntryCommand {

        EntryId about();

        /** Who asks; absent for an integration. */
        @Nullable
        StaffId by();

        ConfidentialText reason();

        @Nullable
        ConfidentialText evidence();
    }

    record CorrectEntry(
            MatterId matterId,
            EntryId about,
            @Nullable StaffId by,
            Correction correction,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence)
            implements CorrectionCommand {}

    record WithdrawEntry(
            MatterId matterId,
            EntryId about,
            @Nullable StaffId by,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence)
            implements CorrectionCommand {}

    record MoveEntry(
            MatterId matterId,
            EntryId about,
            @Nullable StaffId by,
            MatterId to,
            ConfidentialText reason,
            @Nullable ConfidentialText evidence)
            implements CorrectionCommand {}

    /** The second person agrees: what was asked takes effect. */
    record AgreeToCorrection(MatterId matterId, EntryId request, StaffId by) implements EntryCommand {}

    record DeclineCorrection(MatterId matterId, EntryId request, StaffId by, ConfidentialText reason)
            implements EntryCommand {}

    /** A reviewer lets a fact that was told too late take effect on the clocks. */
    record AdoptLateEntry(MatterId matterId, EntryId about, StaffId by, ConfidentialText reason)
            implements EntryCommand {}

    /** A reviewer decides that a breach is not the firm's. */
    record ExcuseBreach(MatterId matterId, ObligationId about, StaffId by, ConfidentialText reason)
            implements EntryCommand {}

    /** An entry that was recorded in another matter by mistake is recorded here. */
    record TakeOverEntry(MatterId matterId, EntryId from) implements EntryCommand {}
}
