package org.matterledger.launcher.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.command.matter.MatterCommands.Addressed;
import org.matterledger.command.matter.MatterCommands.Outlook;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/**
 * What somebody typed into the form for writing to a client, as it was typed.
 *
 * @param thread in which a reply answers; empty for the matter's general one
 * @param duty because of which it is written; empty where none was named
 * @param key by which the same form, sent twice, is recorded once
 */
record WritingForm(
        Act act,
        ChannelKind channel,
        List<PersonId> to,
        String summary,
        String reason,
        String nextContactBy,
        String thread,
        String duty,
        String key) {

    /** What is written. */
    enum Act {
        /** An answer to what the client asked. */
        REPLY,
        /** An update: something moved. */
        PROGRESS,
        /** An update: nothing moved. */
        NO_CHANGE
    }

    private static final Pattern THREAD = Pattern.compile("(?:thread-[0-9a-z-]{1,64})?");
    private static final int LONGEST_SUMMARY = 4000;
    private static final int LONGEST_REASON = 1000;

    /** What can't be recorded as it stands, in a sentence each. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (to.isEmpty()) {
            faults.add("Choose at least one person whom it goes to.");
        }
        if (act != Act.REPLY && summary.isBlank()) {
            faults.add("Say in plain language what the client was told.");
        }
        if (summary.length() > LONGEST_SUMMARY || reason.length() > LONGEST_REASON) {
            faults.add("That is longer than the ledger keeps: 4000 characters, and 1000 for a reason.");
        }
        if (!nextContactBy.isEmpty() && date() == null) {
            faults.add("The next contact is a date, like 2026-04-01.");
        }
        if (key.isBlank()
                || key.length() > CallerHeaders.KEY_LENGTH
                || !THREAD.matcher(thread).matches()) {
            faults.add("The form is incomplete; open it again.");
        }
        return faults;
    }

    /** The command that it asks for; only where there is no fault. */
    LedgerCommand command(MatterId matter, StaffId by, Confidential confidential) {
        var addressed = new Addressed(matter, channel, to, by, thread.isEmpty() ? null : new ThreadId(thread));
        if (act == Act.REPLY) {
            return MatterCommands.sendReply(addressed);
        }
        var reader = to.getFirst().value();
        var why = reason.isBlank() ? null : confidential.seal(reader, reason.strip());
        return MatterCommands.sendUpdate(
                addressed,
                UpdateKind.valueOf(act.name()),
                confidential.seal(reader, summary.strip()),
                new Outlook(why, date()));
    }

    /** The same under another key: a refusal is the answer to the first one for ever. */
    WritingForm again() {
        return new WritingForm(
                act,
                channel,
                to,
                summary,
                reason,
                nextContactBy,
                thread,
                duty,
                UUID.randomUUID().toString());
    }

    /** All that makes it the same request, in one text. */
    String meaning() {
        return String.join("\n", act.name(), channel.name(), to.toString(), summary, reason, nextContactBy, thread);
    }

    private @Nullable LocalDate date() {
        try {
            return nextContactBy.isEmpty() ? null : LocalDate.parse(nextContactBy);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
