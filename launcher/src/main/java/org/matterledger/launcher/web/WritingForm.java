package org.matterledger.launcher.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.command.DutyActs;
import org.matterledger.command.DutyActs.Addressed;
import org.matterledger.command.DutyActs.Told;
import org.matterledger.command.LedgerCommand;
import org.matterledger.query.DutyWords;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/**
 * What somebody typed into the form for writing to a client, as it was typed.
 *
 * @param promisedFor the day by which something comes
 * @param promisedTime by which time of that day; empty for its close
 * @param thread in which a reply answers; empty for the matter's general one
 * @param duty because of which it is written; empty where none was named
 * @param subject the task, complaint or promise that the duty is about; empty where there is none
 * @param key by which the same form, sent twice, is recorded once
 */
record WritingForm(
        WrittenAct act,
        ChannelKind channel,
        List<PersonId> to,
        String summary,
        String reason,
        String nextContactBy,
        String promisedFor,
        String promisedTime,
        String thread,
        String duty,
        String subject,
        String key) {

    private static final int LONGEST_SUMMARY = 4000;
    private static final int LONGEST_REASON = 1000;

    /**
     * What can't be recorded as it stands: a sentence for each field, by its name; empty for the form as a whole.
     *
     * @param known to whom something can be written; anybody else gets no key by which a text is sealed
     */
    Map<String, String> faults(Set<PersonId> known) {
        var faults = new LinkedHashMap<String, String>();
        if (key.isBlank() || key.length() > CallerHeaders.KEY_LENGTH || !whole()) {
            faults.put("", "The form is incomplete; open it again from the list of the day.");
        }
        if (act.written() && to.isEmpty()) {
            faults.put("to", "Choose at least one person whom it goes to.");
        }
        if (act.written() && !known.containsAll(to)) {
            faults.put("to", "Choose among the client's contact persons; somebody chosen is none, or none any more.");
        }
        if (act.namesDay() && Typed.date(promisedFor) == null) {
            faults.put(
                    "promisedFor",
                    "Name the day, from 1970 to 2199, like 2026-04-01: the client can wait only for a date.");
        }
        if (act.statesTime() && !promisedTime.isEmpty() && Typed.time(promisedTime) == null) {
            faults.put(
                    "promisedTime",
                    "The time is one of that day, like 15:00; without one, it is the close of the day.");
        }
        if (act.update() && summary.isBlank()) {
            faults.put("summary", "Say in plain language what the client was told.");
        }
        if (summary.length() > LONGEST_SUMMARY) {
            faults.put("summary", "That is longer than the ledger keeps: 4000 characters.");
        }
        if (act == WrittenAct.REFUSAL && reason.isBlank()) {
            faults.put("reason", "Say why; the client will ask.");
        }
        if (reason.length() > LONGEST_REASON) {
            faults.put("reason", "That is longer than the ledger keeps: 1000 characters.");
        }
        if (act.update() && !nextContactBy.isEmpty() && Typed.date(nextContactBy) == null) {
            faults.put("nextContactBy", "The next contact is a date from 1970 to 2199, like 2026-04-01.");
        }
        return faults;
    }

    /** Whether the ids that the form carries are such, and those that the act needs are there. */
    private boolean whole() {
        if (!thread.isEmpty() && Typed.id(thread, ThreadId::new) == null) {
            return false;
        }
        return switch (act) {
            case REPLY, HOLDING_REPLY, PROGRESS, NO_CHANGE -> true;
            case DELAY_NOTICE -> late() != null;
            case ACKNOWLEDGEMENT -> Typed.id(subject, ComplaintId::new) != null;
            case ACCEPTANCE, REFUSAL, DELIVERY -> Typed.id(subject, TaskId::new) != null;
        };
    }

    /** What kind of duty it is written for. */
    @Nullable
    ObligationKind kind() {
        var id = Typed.id(duty, ObligationId::new);
        return id == null ? null : Typed.id(duty, text -> DutyWords.kind(id));
    }

    /** The promise or delivery that comes later: the duty itself, or what a notice of delay is about. */
    private @Nullable ObligationId late() {
        return Typed.id(kind() == ObligationKind.DELAY_NOTICE ? subject : duty, ObligationId::new);
    }

    /** The command that it asks for; only where there is no fault. */
    LedgerCommand command(MatterId matter, StaffId by, DutyActs acts, Confidential confidential) {
        return switch (act) {
            case REPLY -> acts.reply(addressed(matter, by));
            case HOLDING_REPLY -> acts.holdingReply(addressed(matter, by), day(), Typed.time(promisedTime));
            case PROGRESS, NO_CHANGE ->
                acts.update(
                        addressed(matter, by),
                        new Told(
                                UpdateKind.valueOf(act.name()),
                                confidential.seal(reader(), summary.strip()),
                                why(confidential),
                                Typed.date(nextContactBy)));
            case DELAY_NOTICE ->
                acts.delayNotice(
                        addressed(matter, by),
                        Objects.requireNonNull(late()),
                        day(),
                        Typed.time(promisedTime),
                        why(confidential));
            case ACKNOWLEDGEMENT -> acts.acknowledgement(addressed(matter, by), new ComplaintId(subject));
            case ACCEPTANCE -> acts.acceptance(matter, new TaskId(subject), by, day());
            case REFUSAL ->
                acts.refusal(matter, new TaskId(subject), by, confidential.seal(matter.value(), reason.strip()));
            case DELIVERY -> acts.delivery(addressed(matter, by), new TaskId(subject));
        };
    }

    private Addressed addressed(MatterId matter, StaffId by) {
        return new Addressed(matter, channel, to, by, Typed.id(thread, ThreadId::new));
    }

    private LocalDate day() {
        return Objects.requireNonNull(Typed.date(promisedFor));
    }

    private @Nullable ConfidentialText why(Confidential confidential) {
        return reason.isBlank() ? null : confidential.seal(reader(), reason.strip());
    }

    private String reader() {
        return to.getFirst().value();
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
                promisedFor,
                promisedTime,
                thread,
                duty,
                subject,
                UUID.randomUUID().toString());
    }

    /** All that makes it the same request, in one text. */
    String meaning() {
        return String.join(
                "\n",
                act.name(),
                channel.name(),
                to.toString(),
                summary,
                reason,
                nextContactBy,
                promisedFor,
                promisedTime,
                thread,
                duty,
                subject);
    }
}
