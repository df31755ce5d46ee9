package org.matterledger.query.timeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.AnswerWaived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.events.TaskEvent.TaskReopened;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.TermsEvent.AnswerTimesAgreed;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.PolicyAdopted;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.query.Times;

/** What each event of a matter tells. Exhaustive, so that a new event must be given words here. */
final class Tellings {

    private Tellings() {}

    static Telling of(MatterEvent event) {
        return switch (event) {
            case MatterOpened opened ->
                new Telling()
                        .client(opened.contactPerson())
                        .staff(opened.responsible())
                        .by(null, opened.mainChannel())
                        .text(opened.title())
                        .source(opened.source());
            case ResponsibleReplaced replaced -> new Telling().staff(replaced.responsible());
            case MatterClosed closed -> new Telling().reason(closed.reason());
            case ThreadOpened opened ->
                new Telling().thread(opened.threadId()).text(opened.subject()).source(opened.source());
            case ContactEvent contact -> of(contact);
            case EntryEvent entry -> of(entry);
            case ProtocolEvent word -> of(word);
            case TermsEvent terms -> of(terms);
            case TaskEvent task -> of(task);
            case ComplaintEvent complaint -> of(complaint);
            case BreachReassessed reassessed ->
                new Telling().owed(Owed.of(reassessed)).staff(reassessed.by()).reason(reassessed.reason());
            case ObligationEvent verdict -> new Telling().owed(Owed.of(verdict));
        };
    }

    private static Telling of(ContactEvent event) {
        var telling = Telling.of(event);
        return switch (event) {
            case MessageReceived message ->
                telling.client(message.from())
                        .text(message.subject())
                        .digest(message.digest())
                        .nature(message.nature())
                        .deviating(message.deviations())
                        .noAnswer(message.noAnswerSuggested())
                        .movedFrom(message.movedFrom())
                        .source(message.source());
            case MessageSent message ->
                telling.staff(message.by())
                        .to(message.to())
                        .text(message.subject())
                        .digest(message.digest())
                        .nature(message.nature())
                        .promised(message.promisedFor(), message.promisedTime())
                        .next(message.nextContactBy())
                        .deviating(message.deviations())
                        .movedFrom(message.movedFrom())
                        .source(message.source());
            case CallHeld call ->
                telling.side(call.callFrom())
                        .client(call.person() == null ? null : call.person().person())
                        .staff(call.staff())
                        .text(call.note())
                        .nature(call.nature())
                        .answered(call.answered())
                        .deviating(call.deviations())
                        .movedFrom(call.movedFrom())
                        .source(call.source());
            case UpdateSent update ->
                telling.staff(update.by())
                        .to(update.to())
                        .kind(update.kind())
                        .text(update.summary())
                        .reason(update.reason())
                        .digest(update.digest())
                        .next(update.nextContactBy())
                        .deviating(update.deviations());
            case ReplySent reply ->
                telling.staff(reply.by()).to(reply.to()).digest(reply.digest()).deviating(reply.deviations());
            case HoldingReplySent reply ->
                telling.staff(reply.by())
                        .to(reply.to())
                        .digest(reply.digest())
                        .promised(reply.promisedFor(), reply.promisedTime())
                        .deviating(reply.deviations());
            case DelayNoticeSent notice ->
                telling.staff(notice.by())
                        .to(notice.to())
                        .digest(notice.digest())
                        .promised(notice.promisedFor(), notice.promisedTime())
                        .subject(notice.about())
                        .reason(notice.reason())
                        .deviating(notice.deviations());
        };
    }

    private static Telling of(EntryEvent event) {
        var telling = new Telling().about(event.about());
        return switch (event) {
            case DeliveryFailed failed -> telling.source(failed.source());
            case AnswerWaived waived -> telling.staff(waived.by()).reason(waived.reason());
            case EntryCorrected corrected ->
                telling.correction(corrected.correction())
                        .reason(corrected.reason())
                        .evidence(corrected.evidence());
            case EntryWithdrawn withdrawn -> telling.reason(withdrawn.reason()).evidence(withdrawn.evidence());
            case EntryMoved moved ->
                telling.movedTo(moved.to()).reason(moved.reason()).evidence(moved.evidence());
            case CorrectionRequested requested ->
                telling.staff(requested.by())
                        .correction(requested.correction())
                        .movedTo(requested.to())
                        .noAnswer(requested.neverNeeded())
                        .reason(requested.reason())
                        .evidence(requested.evidence());
            case CorrectionDeclined declined -> telling.staff(declined.by()).reason(declined.reason());
            case LateEntryAdopted adopted -> telling.staff(adopted.by()).reason(adopted.reason());
        };
    }

    private static Telling of(ProtocolEvent event) {
        var telling = new Telling().side(event.by()).client(event.person()).by(null, event.channelId());
        return switch (event) {
            case ChannelProposed proposed -> telling.on(proposed.terms());
            case ChannelAgreed agreed -> telling.reason(agreed.evidence());
            case ChannelDeclined declined -> telling.reason(declined.reason());
            case ChannelWithdrawn withdrawn -> telling.reason(withdrawn.reason());
        };
    }

    private static Telling of(TermsEvent event) {
        return switch (event) {
            case HoursAgreed hours ->
                new Telling()
                        .agreed(hours.calendarId() + " v" + hours.calendarVersion())
                        .evidence(hours.evidence());
            case SilenceLimitAgreed limit ->
                new Telling().agreed(Integer.toString(limit.days())).evidence(limit.evidence());
            case AnswerTimesAgreed times ->
                new Telling()
                        .agreed("cut-off %s, answer within %s, word on tasks within %s"
                                .formatted(
                                        times.cutOff() == null
                                                ? "of the policy"
                                                : times.cutOff().text(),
                                        within(times.replyWithin(), "the working day"),
                                        within(times.acceptWithin(), "the next working day")))
                        .evidence(times.evidence());
            case CalendarAdopted adopted -> new Telling().agreed("v" + adopted.calendarVersion());
            case PolicyAdopted adopted -> new Telling().agreed("v" + adopted.policyVersion());
        };
    }

    private static String within(@Nullable Duration time, String otherwise) {
        return time == null ? otherwise : Times.exactly(time) + " of working time";
    }

    private static Telling of(TaskEvent event) {
        var telling = new Telling().subject(event.taskId());
        return switch (event) {
            case TaskRequested requested ->
                telling.client(requested.requestedBy())
                        .kind(requested.form())
                        .text(requested.description())
                        .source(requested.source());
            case TaskReopened again ->
                telling.client(again.requestedBy()).kind(again.form()).source(again.source());
            case TaskDescriptionSent sent ->
                telling.staff(sent.by())
                        .to(sent.to())
                        .by(sent.channel(), sent.agreement())
                        .text(sent.description())
                        .digest(sent.digest());
            case TaskDescriptionConfirmed confirmed ->
                telling.client(confirmed.confirmedBy()).source(confirmed.source());
            case TaskAccepted accepted -> telling.staff(accepted.by()).promised(accepted.dueOn(), null);
            case TaskDeclined declined -> telling.staff(declined.by()).reason(declined.reason());
            case TaskWaiting waiting ->
                telling.staff(waiting.by()).kind(waiting.on()).reason(waiting.reason());
            case TaskResumed resumed -> telling.staff(resumed.by());
            case TaskDelivered delivered ->
                telling.staff(delivered.by())
                        .to(delivered.to())
                        .by(delivered.channel(), delivered.agreement())
                        .digest(delivered.digest());
        };
    }

    private static Telling of(ComplaintEvent event) {
        var telling = new Telling().subject(event.complaintId());
        return switch (event) {
            case ComplaintRecorded recorded ->
                telling.client(recorded.by())
                        .by(recorded.channel(), null)
                        .text(recorded.words())
                        .source(recorded.source());
            case ComplaintAcknowledged acknowledged ->
                telling.staff(acknowledged.by())
                        .to(acknowledged.to())
                        .by(acknowledged.channel(), acknowledged.agreement())
                        .digest(acknowledged.digest());
        };
    }
}
