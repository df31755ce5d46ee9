package org.matterledger.command.matter;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.DutyActs;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ContactCommand.SendDelayNotice;
import org.matterledger.command.matter.ContactCommand.SendHoldingReply;
import org.matterledger.command.matter.ContactCommand.SendReply;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.WithdrawEntry;
import org.matterledger.command.matter.TaskCommand.AcceptTask;
import org.matterledger.command.matter.TaskCommand.DeclineTask;
import org.matterledger.command.matter.TaskCommand.DeliverTask;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskId;

/** The same commands that the controllers send. */
final class MatterDutyActs implements DutyActs {

    @Override
    public LedgerCommand update(Addressed to, Told told) {
        return new SendUpdate(
                to.matter(),
                told.kind(),
                to.channel(),
                to.persons(),
                to.by(),
                told.summary(),
                null,
                told.reason(),
                told.nextContactBy(),
                to.thread(),
                null);
    }

    @Override
    public LedgerCommand reply(Addressed to) {
        return new SendReply(to.matter(), to.channel(), to.persons(), to.by(), null, to.thread(), null);
    }

    @Override
    public LedgerCommand holdingReply(Addressed to, LocalDate promisedFor, @Nullable LocalTime promisedTime) {
        return new SendHoldingReply(
                to.matter(), to.channel(), to.persons(), to.by(), promisedFor, promisedTime, null, to.thread(), null);
    }

    @Override
    public LedgerCommand delayNotice(
            Addressed to,
            ObligationId about,
            LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable ConfidentialText reason) {
        return new SendDelayNotice(
                to.matter(),
                about,
                to.channel(),
                to.persons(),
                to.by(),
                promisedFor,
                promisedTime,
                reason,
                null,
                to.thread(),
                null);
    }

    @Override
    public LedgerCommand acknowledgement(Addressed to, ComplaintId complaint) {
        return new AcknowledgeComplaint(to.matter(), complaint, to.channel(), to.persons(), to.by(), null);
    }

    @Override
    public LedgerCommand acceptance(MatterId matter, TaskId task, StaffId by, LocalDate dueOn) {
        return new AcceptTask(matter, task, by, dueOn);
    }

    @Override
    public LedgerCommand refusal(MatterId matter, TaskId task, StaffId by, ConfidentialText reason) {
        return new DeclineTask(matter, task, by, reason);
    }

    @Override
    public LedgerCommand delivery(Addressed to, TaskId task) {
        return new DeliverTask(to.matter(), task, to.channel(), to.persons(), to.by(), null);
    }

    @Override
    public LedgerCommand withdrawal(Wrong wrong) {
        return new WithdrawEntry(wrong.entry().matter(), wrong.entry(), wrong.by(), wrong.reason(), wrong.evidence());
    }

    @Override
    public LedgerCommand correction(Wrong wrong, Correction correction) {
        return new CorrectEntry(
                wrong.entry().matter(), wrong.entry(), wrong.by(), correction, wrong.reason(), wrong.evidence());
    }

    @Override
    public LedgerCommand agreement(EntryId request, StaffId by) {
        return new AgreeToCorrection(request.matter(), request, by);
    }

    @Override
    public LedgerCommand disagreement(EntryId request, StaffId by, ConfidentialText reason) {
        return new DeclineCorrection(request.matter(), request, by, reason);
    }
}
