package org.matterledger.command.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.matterledger.command.matter.Happening.AnswerWaived;
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
import org.matterledger.command.matter.Obligation.Ending;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;

/**
 * What the firm owes, reckoned from what happened, in the order in which it happened in the world. Pure: the same
 * happenings give the same obligations, in whatever order they became known.
 */
final class Reckoning {

    private final MatterId matter;
    private final Terms terms;
    private final Yardsticks yardsticks;
    private final List<Happening> happenings;
    private final Conversation conversation;
    private final Replanning replanning;
    private final Owing owing;
    private final Arming arming;
    private final Promises promises;

    private Reckoning(
            MatterId matter,
            StaffId responsible,
            Terms terms,
            Yardsticks yardsticks,
            List<Happening> happenings,
            Collection<Obligation> before) {
        this.matter = matter;
        this.terms = terms;
        this.yardsticks = yardsticks;
        this.happenings = happenings.stream().sorted(Happening.ORDER).toList();
        this.conversation = new Conversation(this.happenings);
        this.replanning = new Replanning(terms, yardsticks, conversation);
        this.owing = new Owing(before);
        this.arming = new Arming(matter, responsible, terms, yardsticks, owing);
        this.promises = new Promises(matter, terms, yardsticks, owing, arming);
    }

    /**
     * Reckons on from an instant.
     *
     * @param responsible who served the client first
     * @param happenings all that are known; older ones than the instant lend their messages, and move no clock
     * @param before what was owed before that instant
     * @param from the instant; what happened then or later is reckoned again
     * @param now until when time has passed
     */
    static Map<ObligationId, Obligation> of(
            MatterId matter,
            StaffId responsible,
            Terms terms,
            Yardsticks yardsticks,
            List<Happening> happenings,
            Collection<Obligation> before,
            Instant from,
            Instant now) {
        return new Reckoning(matter, responsible, terms, yardsticks, happenings, before).from(from, now);
    }

    private Map<ObligationId, Obligation> from(Instant from, Instant now) {
        happenings.stream().filter(happening -> happening.at().isBefore(from)).forEach(this::remember);
        owing.changeAll(obligation -> obligation.open() ? obligation.heldBy(arming.holder()) : obligation);
        happenings.stream().filter(happening -> !happening.at().isBefore(from)).forEach(this::reckon);
        owing.changeAll(new Settling(owing, yardsticks, now)::settled);
        return owing.all();
    }

    private void remember(Happening happening) {
        if (happening instanceof HandedOver handedOver) {
            arming.handOver(handedOver.to());
        }
        if (happening instanceof Closed) {
            arming.close();
        }
    }

    private void reckon(Happening happening) {
        if (terms.at(happening.at()).policy() == null) {
            remember(happening);
            return;
        }
        switch (happening) {
            case Began began -> begin(began);
            case TermsChanged changed -> replan(changed.at());
            case HandedOver handedOver -> handOver(handedOver);
            case ClientWrote message -> ask(message);
            case FirmWrote message -> tell(message);
            case AnswerWaived waived -> waive(waived);
            case TaskAsked task -> requestTask(task);
            case TaskTaken task -> takeTask(task);
            case TaskDropped task -> answerTask(task.task(), task);
            case TaskDone task ->
                owing.fulfil(
                        owing.about(ObligationKind.DELIVER_TASK, task.task(), task.sequence()),
                        task.at(),
                        entry(task.sequence()));
            case Complained complaint -> complain(complaint);
            case ComplaintHeard heard ->
                owing.fulfil(
                        owing.about(ObligationKind.ACK_COMPLAINT, heard.complaint(), heard.sequence()),
                        heard.at(),
                        entry(heard.sequence()));
            case Closed closing -> close(closing);
        }
    }

    private void begin(Began began) {
        var times = times(began.at());
        var since = conversation.lastInforming(began.since(), began.at()).orElse(began.since());
        var plan = since.isBefore(began.at()) ? times.silenceTakenOver(since, began.at()) : times.silence(since);
        arming.arm(ObligationKind.KEEP_INFORMED, began, since, plan, null, null, null, null, 0);
    }

    private void ask(ClientWrote message) {
        if (message.contact()
                && owing.open(ObligationKind.REPLY, Owing.inThread(message.thread()))
                        .isEmpty()) {
            armReply(message, message);
            if (message.needless()) {
                endNeedless(entry(message.sequence()), message.at());
            }
        }
    }

    /** The clock of a thread starts at the oldest message that waits; later ones don't set it back (4.2, 5). */
    private void armReply(ClientWrote message, Happening because) {
        var plan = replanning.reply(message, because.at());
        arming.armAt(
                because.at(), ObligationKind.REPLY, message, message.at(), plan, message.thread(), null, null, null, 0);
    }

    private void waive(AnswerWaived waived) {
        endNeedless(entry(waived.message()), waived.at())
                .forEach(reply ->
                        conversation.nextWaiting(reply, waived).ifPresent(message -> armReply(message, waived)));
    }

    private List<Obligation> endNeedless(EntryId message, Instant at) {
        var replies = owing.open(ObligationKind.REPLY, owed -> owed.basis().equals(message));
        replies.forEach(reply -> owing.end(reply, Ending.cancelled(at, CancelReason.NEEDS_NO_ANSWER, message)));
        return replies;
    }

    private void tell(FirmWrote message) {
        if (!conversation.counts(message)) {
            return;
        }
        var by = entry(message.sequence());
        var nextContacts = owing.about(ObligationKind.KEEP_PROMISE, Promises.NEXT_CONTACT);
        promises.again(message);
        if (message.informs()) {
            owing.fulfil(owing.open(ObligationKind.KEEP_INFORMED, any -> true), message.at(), by);
            owing.fulfil(owing.stillOpen(nextContacts), message.at(), by);
        }
        if (message.client()) {
            answer(message, by);
        }
        if (message.informs() && arming.began(message.at())) {
            arming.arm(
                    ObligationKind.KEEP_INFORMED,
                    message,
                    message.at(),
                    times(message.at()).silence(message.at()),
                    null,
                    null,
                    null,
                    null,
                    0);
        }
        if (message.informs()) {
            promises.nextContact(message);
        }
    }

    /**
     * It speaks in its own thread, and in that of the message to which it refers. That it will be later is no answer: a
     * holding reply or a delay notice ends the waiting, and keeps no promise.
     */
    private void answer(FirmWrote message, EntryId by) {
        var threads = conversation.threadsOf(message);
        Predicate<Obligation> there = owe -> threads.stream().anyMatch(thread -> thread.of(owe));
        var day = message.promisedFor();
        var later = message.holding() || message.about() != null;
        if (later && (day == null || !times(message.at()).promisable(day, message.promisedTime()))) {
            return;
        }
        owing.fulfil(owing.open(ObligationKind.REPLY, there), message.at(), by);
        if (!later) {
            owing.fulfil(owing.open(ObligationKind.KEEP_PROMISE, there.and(Owing.about(null))), message.at(), by);
        } else if (message.holding() && day != null && !threads.isEmpty()) {
            promises.answer(message, day, threads.getFirst());
        }
    }

    private void requestTask(TaskAsked task) {
        var times = times(task.at());
        var start = times.acceptanceStarts(task.at());
        arming.arm(
                ObligationKind.ACCEPT_OR_DECLINE,
                task,
                start,
                times.acceptance(start),
                null,
                task.task(),
                null,
                null,
                0);
        settledBefore(task, ObligationKind.ACCEPT_OR_DECLINE, task.task());
    }

    private void takeTask(TaskTaken task) {
        answerTask(task.task(), task);
        var plan = times(task.at()).delivery(task.due());
        arming.arm(ObligationKind.DELIVER_TASK, task, task.at(), plan, null, task.task(), task.dueOn(), null, 0);
        settledBefore(task, ObligationKind.DELIVER_TASK, task.task());
    }

    /**
     * An answer is recorded after what it answers. Where it stands before that in the world, because clocks differ or a time
     * was corrected, what it answers was done with from the first.
     */
    private void settledBefore(Happening asked, ObligationKind kind, String subject) {
        happenings.stream()
                .filter(other -> other.settles(asked) && Happening.ORDER.compare(other, asked) < 0)
                .findFirst()
                .ifPresent(answer -> owing.fulfil(
                        owing.about(kind, subject, answer.sequence()), asked.at(), entry(answer.sequence())));
    }

    /** Accepted or declined: no matter which (4.9, 2). */
    private void answerTask(String task, Happening answer) {
        var asked = owing.about(ObligationKind.ACCEPT_OR_DECLINE, task, answer.sequence());
        owing.fulfil(asked, answer.at(), entry(answer.sequence()));
    }

    private void complain(Complained complaint) {
        var plan = times(complaint.at()).acknowledgement(complaint.at());
        arming.arm(
                ObligationKind.ACK_COMPLAINT,
                complaint,
                complaint.at(),
                plan,
                null,
                complaint.complaint(),
                null,
                null,
                0);
        settledBefore(complaint, ObligationKind.ACK_COMPLAINT, complaint.complaint());
    }

    private void close(Closed closing) {
        arming.close();
        var by = entry(closing.sequence());
        owing.open()
                .forEach(obligation ->
                        owing.end(obligation, Ending.cancelled(closing.at(), CancelReason.MATTER_CLOSED, by)));
    }

    private void handOver(HandedOver handedOver) {
        arming.handOver(handedOver.to());
        owing.open().forEach(obligation -> owing.change(obligation.id(), old -> old.heldBy(handedOver.to())));
    }

    /** Other terms: what runs and isn't late is planned anew; negotiated dates don't move (4.2, 8 and 13). */
    private void replan(Instant at) {
        var times = times(at);
        for (var obligation : owing.open()) {
            if (obligation.due().isAfter(at)) {
                var plan = replanning.replanned(obligation, times);
                if (plan != obligation.plan()) {
                    owing.change(obligation.id(), old -> old.planned(plan));
                }
            }
        }
    }

    private EntryId entry(long sequence) {
        return EntryId.of(matter, sequence);
    }

    private DueTimes times(Instant at) {
        return new DueTimes(terms.at(at), yardsticks, at);
    }
}
