package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Happening.Began;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Happening.Closed;
import org.matterledger.command.matter.Happening.Complained;
import org.matterledger.command.matter.Happening.ComplaintHeard;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.command.matter.Happening.HandedOver;
import org.matterledger.command.matter.Happening.TaskAsked;
import org.matterledger.command.matter.Happening.TaskDone;
import org.matterledger.command.matter.Happening.TaskDropped;
import org.matterledger.command.matter.Happening.TaskTaken;
import org.matterledger.command.matter.Happening.TermsChanged;
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
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ProtocolEvent;
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
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Party;
import org.matterledger.values.Recipient;
import org.matterledger.values.TaskForm;

/**
 * Reads from a matter's events what its clocks look at; a corrected entry reads as corrected, a withdrawn one not at all. A
 * letter that came twice under different ids is contact once.
 */
final class Happenings {

    private final Channels channels;
    private final Tasks tasks;
    private final long sequence;
    private final Instant at;

    private Happenings(Channels channels, Tasks tasks, long sequence, Instant at) {
        this.channels = channels;
        this.tasks = tasks;
        this.sequence = sequence;
        this.at = at;
    }

    /** The happenings after one more event, in the order of the world. @param tasks as they stood before it */
    static List<Happening> after(
            List<Happening> known, MatterEvent event, long sequence, Channels channels, Tasks tasks) {
        if (event instanceof EntryEvent entry) {
            return EntryChanges.after(known, entry, sequence, channels);
        }
        var more = new Happenings(channels, tasks, sequence, event.occurredAt()).of(event);
        if (more.isEmpty()) {
            return known;
        }
        var longer = new ArrayList<>(known);
        longer.addAll(more);
        longer.sort(Happening.ORDER);
        return longer;
    }

    private List<Happening> of(MatterEvent event) {
        return switch (event) {
            case MatterOpened opened ->
                List.of(new Began(sequence, at, opened.lastContact() == null ? at : opened.lastContact()));
            case ResponsibleReplaced replaced -> List.of(new HandedOver(sequence, at, replaced.responsible()));
            case MatterClosed ignored -> List.of(new Closed(sequence, at));
            case TermsEvent ignored -> List.of(new TermsChanged(sequence, at));
            case ContactEvent contact -> List.of(of(contact));
            case TaskRequested asked -> asked.form() == TaskForm.WRITTEN ? List.of(asked(asked)) : List.of();
            case TaskReopened again -> again.form() == TaskForm.WRITTEN ? List.of(asked(again)) : List.of();
            case TaskDescriptionSent sent -> List.of(contact(sent.channel(), sent.agreement(), sent.to()));
            case TaskDescriptionConfirmed confirmed -> List.of(asked(confirmed));
            case TaskAccepted taken ->
                List.of(new TaskTaken(
                        sequence, at, taken.taskId().value(), taken.dueOn(), taken.due(), tasks.instance(taken)));
            // what a task waits for explains its date, and moves no clock (semantics 4.2, 4)
            case TaskWaiting ignored -> List.of();
            case TaskResumed ignored -> List.of();
            case TaskDeclined declined ->
                List.of(new TaskDropped(sequence, at, declined.taskId().value()));
            case TaskDelivered done ->
                List.of(
                        contact(done.channel(), done.agreement(), done.to()),
                        new TaskDone(sequence, at, done.taskId().value()));
            case ComplaintRecorded complaint ->
                List.of(new Complained(sequence, at, complaint.complaintId().value()));
            case ComplaintAcknowledged heard ->
                List.of(
                        contact(heard.channel(), heard.agreement(), heard.to()),
                        new ComplaintHeard(sequence, at, heard.complaintId().value()));
            case ThreadOpened ignored -> List.of();
            case EntryEvent ignored -> List.of();
            case ProtocolEvent ignored -> List.of();
            case ObligationEvent ignored -> List.of();
        };
    }

    private TaskAsked asked(TaskEvent event) {
        return new TaskAsked(sequence, at, event.taskId().value(), tasks.instance(event));
    }

    private Happening of(ContactEvent event) {
        return switch (event) {
            case MessageReceived received ->
                new ClientWrote(
                        sequence,
                        at,
                        received.thread(),
                        received.channel(),
                        received.copyOf() == null
                                && (received.nature() == null
                                        || received.nature().asks()),
                        expected(received.agreement()),
                        false);
            case CallHeld call -> of(call);
            case MessageSent sent ->
                new FirmWrote(
                        sequence,
                        at,
                        sent.thread(),
                        sequenceOf(sent.inReplyTo()),
                        sent.inNoThread() == null,
                        sent.channel(),
                        sent.agreement() != null,
                        false,
                        sent.nature().contact() && sent.by() != null && sent.copyOf() == null,
                        !sent.to().isEmpty(),
                        informs(sent.to()),
                        sent.nature() == MessageNature.HOLDING_REPLY,
                        sent.promisedFor(),
                        sent.promisedTime(),
                        sent.nextContactBy(),
                        null,
                        !sent.deviations().contains(Deviation.RECORDED_TOO_LATE),
                        false);
            case UpdateSent sent -> act(sent, sent.thread() != null, sent.to(), null, null, sent.nextContactBy(), null);
            case ReplySent sent -> act(sent, true, sent.to(), null, null, null, null);
            case HoldingReplySent sent ->
                act(sent, true, sent.to(), sent.promisedFor(), sent.promisedTime(), null, null);
            case DelayNoticeSent sent ->
                act(
                        sent,
                        sent.thread() != null,
                        sent.to(),
                        sent.promisedFor(),
                        sent.promisedTime(),
                        null,
                        sent.about());
        };
    }

    /** Who speaks with the other hears the answer at once: a call needs no agreed channel to be contact. */
    private Happening of(CallHeld call) {
        if (call.callFrom() == Party.CLIENT && !call.answered()) {
            var asks = call.nature() == null || call.nature().asks();
            return new ClientWrote(
                    sequence, at, call.thread(), call.channel(), asks, expected(call.agreement()), false);
        }
        var contact = call.nature() == null || call.nature().contact();
        var person = call.person();
        return new FirmWrote(
                sequence,
                at,
                call.thread(),
                sequenceOf(call.inReplyTo()),
                true,
                call.channel(),
                true,
                true,
                contact,
                person != null,
                person != null && person.standing().speaksForClient(),
                false,
                null,
                null,
                null,
                null,
                !call.deviations().contains(Deviation.RECORDED_TOO_LATE),
                false);
    }

    private FirmWrote act(
            ContactEvent event,
            boolean inThread,
            List<Recipient> to,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable LocalDate nextContactBy,
            @Nullable ObligationId about) {
        return new FirmWrote(
                sequence,
                at,
                event.thread(),
                sequenceOf(event.inReplyTo()),
                inThread,
                event.channel(),
                event.agreement() != null,
                false,
                true,
                !to.isEmpty(),
                informs(to),
                promisedFor != null && about == null,
                promisedFor,
                promisedTime,
                nextContactBy,
                about,
                true,
                false);
    }

    private FirmWrote contact(ChannelKind channel, @Nullable ChannelId agreement, List<Recipient> to) {
        return new FirmWrote(
                sequence,
                at,
                null,
                null,
                false,
                channel,
                agreement != null,
                false,
                true,
                !to.isEmpty(),
                informs(to),
                false,
                null,
                null,
                null,
                null,
                true,
                false);
    }

    private @Nullable Duration expected(@Nullable ChannelId agreement) {
        return channels.expectedAnswer(agreement);
    }

    private static boolean informs(List<Recipient> to) {
        return to.stream().anyMatch(recipient -> recipient.standing().speaksForClient());
    }

    private static @Nullable Long sequenceOf(@Nullable EntryId entry) {
        return entry == null ? null : entry.sequence();
    }
}
