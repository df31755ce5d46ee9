package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Refused;
import org.matterledger.command.matter.ContactCommand.Found;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/** The matter's port for the launcher's own programs, which hand in commands without HTTP. */
public final class MatterCommands {

    private MatterCommands() {}

    /** An update that something moved, by mail to one person. */
    public static LedgerCommand sendUpdate(MatterId matter, StaffId by, PersonId to, ConfidentialText summary) {
        return new ContactCommand.SendUpdate(
                matter, UpdateKind.PROGRESS, ChannelKind.MAIL, List.of(to), by, summary, null, null, null, null, null);
    }

    /**
     * A matter of which an import tells.
     *
     * @param title sealed with the client's key
     * @param contactPerson with whom the firm speaks at the client
     * @param silenceLimit local days, where another than the policy's holds
     */
    public record Taken(
            MatterId matter,
            ClientId client,
            ConfidentialText title,
            PersonId contactPerson,
            StaffId responsible,
            StaffId accountablePartner,
            CalendarId calendar,
            @Nullable Integer silenceLimit) {}

    /** Takes on a matter. */
    public static LedgerCommand open(Taken taken) {
        return new MatterCommand.OpenMatter(
                taken.matter(),
                taken.client(),
                taken.title(),
                taken.contactPerson(),
                taken.responsible(),
                taken.accountablePartner(),
                taken.calendar(),
                null,
                taken.silenceLimit(),
                null);
    }

    /** @param subject sealed with the matter's key */
    public static LedgerCommand openThread(
            MatterId matter, ThreadId thread, ConfidentialText subject, @Nullable Source source) {
        return new EntryCommand.OpenThread(matter, thread, subject, source);
    }

    /**
     * What a letter in a mailbox tells of a matter.
     *
     * @param subject sealed with the sender's key, or the first recipient's for what the firm sent
     * @param copyOf the entry of the same letter under another id
     * @param evidence where the letter can be found, sealed with the matter's key
     * @param timeReconstructed whether the writer's own date was missing, impossible or without a zone
     * @param noAnswerSuggested whether it looks as if it needs no answer
     */
    public record Mail(
            MatterId matter,
            @Nullable ConfidentialText subject,
            ContentDigest digest,
            MessageNature nature,
            ThreadId thread,
            @Nullable EntryId inReplyTo,
            Source source,
            @Nullable EntryId copyOf,
            ConfidentialText evidence,
            boolean timeReconstructed,
            boolean noAnswerSuggested,
            Instant at) {

        private Found found() {
            return new Found(copyOf, evidence, timeReconstructed, noAnswerSuggested);
        }
    }

    /** @param from who wrote for the client; absent where nobody knows, or no person did */
    public static LedgerCommand received(@Nullable PersonId from, Mail mail) {
        return new ContactCommand.ReportMessage(
                mail.matter(),
                from,
                ChannelKind.MAIL,
                mail.subject(),
                mail.digest(),
                mail.nature() == MessageNature.SUBSTANTIVE ? null : mail.nature(),
                null,
                mail.thread(),
                mail.inReplyTo(),
                mail.source(),
                mail.found(),
                mail.at());
    }

    /** @param by who wrote for the firm; absent for a machine */
    public static LedgerCommand sent(@Nullable StaffId by, List<PersonId> to, Mail mail) {
        return new ContactCommand.ReportSent(
                mail.matter(),
                by,
                to,
                ChannelKind.MAIL,
                mail.nature(),
                mail.subject(),
                mail.digest(),
                null,
                null,
                null,
                mail.thread(),
                mail.inReplyTo(),
                mail.source(),
                mail.found(),
                mail.at());
    }

    /** A letter of the firm reached nobody. @param source by which whoever says so is known; for a bounce its own identity */
    public static LedgerCommand deliveryFailed(MatterId matter, EntryId letter, Source source, Instant at) {
        return new EntryCommand.ReportFailure(matter, letter, source, at);
    }

    /** Whether something was refused because the matter has no such entry, or not any more. */
    public static boolean hasNoSuchEntry(Refused refused) {
        return refused.rule().equals(MatterRule.ENTRY_IS_OF_THIS_MATTER.name());
    }

    /** A person says that a client's message needs no answer. @param reason sealed with the matter's key */
    public static LedgerCommand waiveAnswer(MatterId matter, EntryId message, StaffId by, ConfidentialText reason) {
        return new EntryCommand.WaiveAnswer(matter, message, by, reason);
    }

    /**
     * Records what the clock alone brought about: for an import at the end of what it tells, or live, by which a matter is
     * handed to the sweep.
     */
    public static LedgerCommand letTimePass(MatterId matter) {
        return new MatterCommand.LetTimePass(matter);
    }
}
