package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.RuleMode;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.WorkCalendar;

/**
 * What the firm owes, reckoned from what happened, in the order in which it happened in the world. Pure: the same
 * happenings give the same obligations, in whatever order they became known.
 */
final class Reckoning {

    /** The promise to write again, as against the promise of an answer. */
    static final String NEXT_CONTACT = "next-contact";

    private final MatterId matter;
    private final StaffId firstHolder;
    private final Terms terms;
    private final Yardsticks yardsticks;
    private final List<Happening> happenings;
    private final @Nullable Instant opened;
    private final Map<ObligationId, Obligation> owed = new LinkedHashMap<>();
    private StaffId holder;
    private boolean closed;

    /** @param happenings all that are known, in the order of the world; older ones lend their messages, no clocks */
    Reckoning(MatterId matter, StaffId responsible, Terms terms, Yardsticks yardsticks, List<Happening> happenings) {
        this.matter = matter;
        this.firstHolder = responsible;
        this.holder = responsible;
        this.terms = terms;
        this.yardsticks = yardsticks;
        this.happenings = happenings.stream().sorted(Happening.ORDER).toList();
        this.opened =
                terms.periods().isEmpty() ? null : terms.periods().getFirst().from();
    }

    /**
     * Reckons on from an instant.
     *
     * @param before what was owed before that instant
     * @param from the instant; what happened then or later is reckoned again
     * @param now until when time has passed
     */
    Map<ObligationId, Obligation> from(Collection<Obligation> before, Instant from, Instant now) {
        owed.clear();
        before.forEach(obligation -> owed.put(obligation.id(), obligation));
        holder = firstHolder;
        closed = false;
        happenings.stream().filter(happening -> happening.at().isBefore(from)).forEach(this::remember);
        owed.replaceAll((id, obligation) -> obligation.open() ? obligation.heldBy(holder) : obligation);
        happenings.stream().filter(happening -> !happening.at().isBefore(from)).forEach(this::reckon);
        owed.replaceAll((id, obligation) -> settled(obligation, now));
        return owed;
    }

    private void remember(Happening happening) {
        if (happening instanceof HandedOver handedOver) {
            holder = handedOver.to();
        }
        closed |= happening instanceof Closed;
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
            case TaskDropped task -> dropTask(task);
            case TaskDone task ->
                fulfil(about(ObligationKind.DELIVER_TASK, task.task()), task.at(), entry(task.sequence()));
            case Complained complaint -> complain(complaint);
            case ComplaintHeard heard ->
                fulfil(about(ObligationKind.ACK_COMPLAINT, heard.complaint()), heard.at(), entry(heard.sequence()));
            case Closed closing -> close(closing);
        }
    }

    private void begin(Began began) {
        var times = times(began.at());
        var since = happenings.stream()
                .filter(earlier -> earlier.at().isBefore(began.at())
                        && earlier.at().isAfter(began.since())
                        && earlier instanceof FirmWrote wrote
                        && wrote.informs()
                        && counts(wrote))
                .map(Happening::at)
                .max(Comparator.naturalOrder())
                .orElse(began.since());
        var plan = since.isBefore(began.at()) ? times.silenceTakenOver(since, began.at()) : times.silence(since);
        arm(ObligationKind.KEEP_INFORMED, began, since, plan, null, null, null, 0);
    }

    private void ask(ClientWrote message) {
        if (message.contact()
                && open(ObligationKind.REPLY, inThread(message.thread())).isEmpty()) {
            armReply(message, message);
        }
    }

    /** The clock of a thread starts at the oldest message that waits; later ones don't set it back (4.2, 5). */
    private void armReply(ClientWrote message, Happening because) {
        var plan = times(message.at()).reply(message);
        for (var period : terms.periods()) {
            var at = period.from();
            if (at.isAfter(message.at())
                    && !at.isAfter(because.at())
                    && plan.due().isAfter(at)) {
                plan = replanned(message, plan, times(at));
            }
        }
        armAt(because.at(), ObligationKind.REPLY, message, message.at(), plan, message.thread(), null, null, 0);
    }

    private void waive(AnswerWaived waived) {
        var basis = entry(waived.message());
        open(ObligationKind.REPLY, owed -> owed.basis().equals(basis)).forEach(reply -> {
            end(reply, Ending.cancelled(waived.at(), CancelReason.NEEDS_NO_ANSWER, basis));
            nextWaiting(reply, waived).ifPresent(message -> armReply(message, waived));
        });
    }

    private java.util.Optional<ClientWrote> nextWaiting(Obligation reply, AnswerWaived waived) {
        return happenings.stream()
                .filter(ClientWrote.class::isInstance)
                .map(ClientWrote.class::cast)
                .filter(message -> message.contact()
                        && Objects.equals(message.thread(), reply.thread())
                        && !message.at().isBefore(reply.startedAt())
                        && message.sequence() != waived.message()
                        && Happening.ORDER.compare(message, waived) < 0
                        && !waivedBefore(message, waived))
                .findFirst();
    }

    private boolean waivedBefore(ClientWrote message, AnswerWaived last) {
        return happenings.stream()
                .anyMatch(other -> other instanceof AnswerWaived waived
                        && waived.message() == message.sequence()
                        && Happening.ORDER.compare(waived, last) < 0);
    }

    private void tell(FirmWrote message) {
        if (!counts(message)) {
            return;
        }
        var by = entry(message.sequence());
        var promises = open(ObligationKind.KEEP_PROMISE, about(NEXT_CONTACT));
        replaceNamedPromise(message);
        if (message.informs()) {
            fulfil(open(ObligationKind.KEEP_INFORMED, any -> true), message.at(), by);
            fulfil(stillOpen(promises), message.at(), by);
        }
        if (message.client()) {
            answer(message, by);
        }
        if (message.informs() && began(message)) {
            arm(
                    ObligationKind.KEEP_INFORMED,
                    message,
                    message.at(),
                    times(message.at()).silence(message.at()),
                    null,
                    null,
                    null,
                    0);
        }
        if (message.informs()) {
            promiseNextContact(message);
        }
    }

    /** Before the matter was opened nothing was owed by silence; what was said then is the last known contact. */
    private boolean began(FirmWrote message) {
        return opened == null || !message.at().isBefore(opened);
    }

    private List<Obligation> stillOpen(List<Obligation> obligations) {
        return obligations.stream()
                .filter(old -> Objects.requireNonNull(owed.get(old.id())).open())
                .toList();
    }

    /** Counts by a channel that was agreed, or once the client answers there (semantics 4.9, 2). */
    private boolean counts(FirmWrote message) {
        return message.substantive()
                && message.adopted()
                && !message.failed()
                && (message.agreed()
                        || happenings.stream()
                                .anyMatch(other -> other instanceof ClientWrote answer
                                        && answer.contact()
                                        && answer.channel() == message.channel()
                                        && answer.at().isAfter(message.at())));
    }

    /**
     * It speaks in its own thread, and in that of the message to which it refers. That it will be later is no answer: a
     * holding reply or a delay notice ends the waiting, and keeps no promise.
     */
    private void answer(FirmWrote message, EntryId by) {
        var threads = threadsOf(message);
        Predicate<Obligation> there = owe -> threads.stream().anyMatch(thread -> thread.of(owe));
        var day = message.promisedFor();
        var later = message.holding() || message.about() != null;
        if (later && (day == null || !times(message.at()).promisable(day))) {
            return;
        }
        fulfil(open(ObligationKind.REPLY, there), message.at(), by);
        if (!later) {
            fulfil(open(ObligationKind.KEEP_PROMISE, there.and(about(null))), message.at(), by);
        } else if (message.holding() && day != null && !threads.isEmpty()) {
            promiseAnswer(message, day, threads.getFirst());
        }
    }

    /** A thread that may be the general one. */
    private record Thread(@Nullable ThreadId id) {

        boolean of(Obligation obligation) {
            return Objects.equals(obligation.thread(), id);
        }
    }

    /** Where it speaks: first, where it says that it answers. */
    private List<Thread> threadsOf(FirmWrote message) {
        var referred = happenings.stream()
                .filter(other -> other instanceof ClientWrote
                        && message.inReplyTo() != null
                        && other.sequence() == message.inReplyTo())
                .map(other -> new Thread(((ClientWrote) other).thread()));
        var own = message.inThread() ? Stream.of(new Thread(message.thread())) : Stream.<Thread>of();
        return Stream.concat(referred, own).distinct().toList();
    }

    private void promiseAnswer(FirmWrote message, LocalDate day, Thread thread) {
        var promised = open(ObligationKind.KEEP_PROMISE, about(null).and(thread::of));
        var promises =
                promised.stream().mapToInt(old -> old.promises() + 1).max().orElse(0);
        var promise = arm(
                ObligationKind.KEEP_PROMISE,
                message,
                message.at(),
                escalating(times(message.at()), times(message.at()).promise(day), promises),
                thread.id(),
                null,
                day,
                promises);
        promised.forEach(old -> replace(old, message, promise));
    }

    private void promiseNextContact(FirmWrote message) {
        var day = message.nextContactBy();
        if (day != null && times(message.at()).promise(day).due().isAfter(message.at())) {
            var promise = times(message.at()).promise(day);
            arm(ObligationKind.KEEP_PROMISE, message, message.at(), promise, null, NEXT_CONTACT, day, 0);
        }
    }

    /** A delay notice names what is late, and when it comes instead: it is the promise made again (1.8, 11). */
    private void replaceNamedPromise(FirmWrote message) {
        var late = message.about() == null ? null : owed.get(message.about());
        var day = message.promisedFor();
        if (late == null
                || day == null
                || !late.openAt(message.at())
                || !times(message.at()).promisable(day)) {
            return;
        }
        var times = times(message.at());
        var plan = late.kind() == ObligationKind.DELIVER_TASK ? times.delivery(day) : times.promise(day);
        var promises = late.promises() + 1;
        var next = arm(
                late.kind(),
                message,
                message.at(),
                escalating(times, plan, promises),
                late.thread(),
                late.subject(),
                day,
                promises);
        replace(late, message, next);
    }

    private static Plan escalating(DueTimes times, Plan plan, int promises) {
        return promises >= times.policy().escalatingRePromise() ? times.escalated(plan) : plan;
    }

    private void replace(Obligation old, FirmWrote message, @Nullable Obligation next) {
        if (next == null) {
            return;
        }
        var day = old.promisedFor();
        var withNotice =
                day != null && !message.at().isAfter(times(old.armedAt()).noticeBy(day));
        var by = entry(message.sequence());
        end(old, Ending.replaced(message.at(), by, withNotice, next.id()));
    }

    private void requestTask(TaskAsked task) {
        var times = times(task.at());
        var start = times.acceptanceStarts(task.at());
        arm(ObligationKind.ACCEPT_OR_DECLINE, task, start, times.acceptance(start), null, task.task(), null, 0);
    }

    private void takeTask(TaskTaken task) {
        fulfil(about(ObligationKind.ACCEPT_OR_DECLINE, task.task()), task.at(), entry(task.sequence()));
        var plan = times(task.at()).delivery(task.due());
        arm(ObligationKind.DELIVER_TASK, task, task.at(), plan, null, task.task(), task.dueOn(), 0);
    }

    private void dropTask(TaskDropped task) {
        var by = entry(task.sequence());
        fulfil(about(ObligationKind.ACCEPT_OR_DECLINE, task.task()), task.at(), by);
        about(ObligationKind.DELIVER_TASK, task.task())
                .forEach(delivery -> end(delivery, Ending.cancelled(task.at(), CancelReason.TASK_ENDED, by)));
    }

    private void complain(Complained complaint) {
        var plan = times(complaint.at()).acknowledgement(complaint.at());
        arm(ObligationKind.ACK_COMPLAINT, complaint, complaint.at(), plan, null, complaint.complaint(), null, 0);
    }

    private void close(Closed closing) {
        closed = true;
        var by = entry(closing.sequence());
        open().forEach(obligation -> end(obligation, Ending.cancelled(closing.at(), CancelReason.MATTER_CLOSED, by)));
    }

    private void handOver(HandedOver handedOver) {
        holder = handedOver.to();
        open().forEach(obligation -> change(obligation.id(), old -> old.heldBy(handedOver.to())));
    }

    /** Other terms: what runs and isn't late is planned anew; negotiated dates don't move (4.2, 8 and 13). */
    private void replan(Instant at) {
        var times = times(at);
        for (var obligation : open()) {
            if (obligation.due().isAfter(at)) {
                var plan = replanned(obligation, times);
                if (plan != obligation.plan()) {
                    change(obligation.id(), old -> old.planned(plan));
                }
            }
        }
    }

    private Plan replanned(Obligation obligation, DueTimes times) {
        var old = obligation.plan();
        var start = obligation.startedAt();
        return switch (obligation.kind()) {
            case REPLY ->
                messageOf(obligation)
                        .map(message -> replanned(message, old, times))
                        .orElse(old);
            case KEEP_INFORMED -> times.replanned(ObligationKind.KEEP_INFORMED, old, times.silence(start), null, null);
            case ACCEPT_OR_DECLINE ->
                times.replanned(
                        ObligationKind.ACCEPT_OR_DECLINE,
                        old,
                        times.acceptance(start),
                        used(start, times.at()),
                        times.acceptanceSpan());
            case ACK_COMPLAINT ->
                times.replanned(ObligationKind.ACK_COMPLAINT, old, times.acknowledgement(start), null, null);
            case KEEP_PROMISE, DELAY_NOTICE, DELIVER_TASK -> old;
        };
    }

    private Plan replanned(ClientWrote message, Plan old, DueTimes times) {
        return times.replanned(
                ObligationKind.REPLY,
                old,
                times.reply(message),
                used(message.at(), times.at()),
                times.replySpan(message));
    }

    /** Open time between two instants, each stretch by the calendar that held then. */
    private Duration used(Instant start, Instant until) {
        var used = Duration.ZERO;
        var from = start;
        var held = terms.at(start);
        for (var period : terms.periods()) {
            if (period.from().isAfter(start) && period.from().isBefore(until)) {
                used = used.plus(calendar(held).elapsed(from, period.from()));
                from = period.from();
                held = period;
            }
        }
        return used.plus(calendar(held).elapsed(from, until));
    }

    private WorkCalendar calendar(Terms.Period period) {
        return yardsticks.calendar(period.calendar(), period.calendarVersion());
    }

    private java.util.Optional<ClientWrote> messageOf(Obligation reply) {
        return happenings.stream()
                .filter(other -> other instanceof ClientWrote
                        && other.sequence() == reply.basis().sequence())
                .map(ClientWrote.class::cast)
                .findFirst();
    }

    private @Nullable Obligation arm(
            ObligationKind kind,
            Happening because,
            Instant start,
            Plan plan,
            @Nullable ThreadId thread,
            @Nullable String subject,
            @Nullable LocalDate promisedFor,
            int promises) {
        return armAt(because.at(), kind, because, start, plan, thread, subject, promisedFor, promises);
    }

    private @Nullable Obligation armAt(
            Instant armedAt,
            ObligationKind kind,
            Happening basis,
            Instant start,
            Plan plan,
            @Nullable ThreadId thread,
            @Nullable String subject,
            @Nullable LocalDate promisedFor,
            int promises) {
        if (closed || times(armedAt).policy().mode(kind) == RuleMode.OFF) {
            return null;
        }
        var entry = entry(basis.sequence());
        var due = afterOpening(basis, plan.due());
        var obligation = new Obligation(
                NEXT_CONTACT.equals(name(kind, subject))
                        ? ObligationId.of(entry, kind, NEXT_CONTACT)
                        : ObligationId.of(entry, kind),
                kind,
                instance(kind, subject),
                holder,
                entry,
                armedAt,
                thread,
                subject,
                start,
                List.of(new Plan(armedAt, due, plan.ladder(), plan.reckoned())),
                promisedFor,
                promises,
                null,
                null,
                false,
                Set.of());
        owed.put(obligation.id(), obligation);
        if (promisedFor != null && kind != ObligationKind.DELAY_NOTICE) {
            armNotice(obligation, basis, promisedFor);
        }
        return obligation;
    }

    /** Nothing that lies before the opening of a matter taken over is a breach (rules.md 1.8, 19). */
    private Instant afterOpening(Happening basis, Instant due) {
        return opened != null && basis.at().isBefore(opened) && due.isBefore(opened)
                ? times(opened).calendar().endOfWorkingDay(opened)
                : due;
    }

    /** A next contact is promised besides an answer; so the two, and the notices of both, are told apart by name. */
    private static @Nullable String name(ObligationKind kind, @Nullable String subject) {
        return kind == ObligationKind.DELAY_NOTICE && subject != null && subject.endsWith(NEXT_CONTACT)
                ? NEXT_CONTACT
                : subject;
    }

    private int instance(ObligationKind kind, @Nullable String subject) {
        var repeated = kind == ObligationKind.ACCEPT_OR_DECLINE || kind == ObligationKind.ACK_COMPLAINT;
        return repeated
                ? 1
                        + (int) owed.values().stream()
                                .filter(old -> old.kind() == kind && Objects.equals(old.subject(), subject))
                                .count()
                : 1;
    }

    /** The notice is reckoned with the promise; its verdict falls with the promise's (semantics 4.9, 5). */
    private void armNotice(Obligation promise, Happening basis, LocalDate day) {
        var plan = times(basis.at()).delayNotice(day);
        if (plan != null && (opened == null || !plan.due().isBefore(opened))) {
            arm(
                    ObligationKind.DELAY_NOTICE,
                    basis,
                    basis.at(),
                    plan,
                    promise.thread(),
                    promise.id().value(),
                    null,
                    promise.promises());
        }
    }

    private void fulfil(List<Obligation> obligations, Instant at, EntryId by) {
        obligations.forEach(obligation -> end(obligation, Ending.fulfilled(at, by)));
    }

    private void end(Obligation obligation, Ending ending) {
        change(obligation.id(), old -> old.ended(ending));
        about(ObligationKind.DELAY_NOTICE, obligation.id().value())
                .forEach(notice -> change(notice.id(), old -> old.ended(noticeEnding(ending))));
    }

    private static Ending noticeEnding(Ending promise) {
        return promise.end() == Obligation.End.REPLACED && promise.by() != null
                ? Ending.fulfilled(promise.at(), promise.by())
                : Ending.cancelled(promise.at(), CancelReason.PROMISE_ENDED, promise.by());
    }

    /** What the clock alone adds up to an instant: the breach, and the rungs reached. */
    private Obligation settled(Obligation obligation, Instant now) {
        if (obligation.reckonedAway()) {
            return obligation;
        }
        var policy = yardsticks.policy(obligation.plan().reckoned().policyVersion());
        var enforced = policy.mode(obligation.kind()) == RuleMode.ENFORCE;
        var breach = enforced && !obligation.excused() && missed(obligation, now) ? obligation.due() : null;
        var settled = obligation.breached(breach);
        Set<Level> climbed = EnumSet.noneOf(Level.class);
        for (var step : obligation.plan().ladder()) {
            if (!step.at().isAfter(now)
                    && (obligation.ending() == null
                            || step.at().isBefore(obligation.ending().at()))
                    && (enforced || step.level() == Level.WARNING)) {
                climbed.add(step.level());
            }
        }
        for (var level : climbed) {
            settled = settled.reached(level);
        }
        return settled;
    }

    private boolean missed(Obligation obligation, Instant now) {
        if (obligation.kind() == ObligationKind.DELAY_NOTICE) {
            return noticeMissed(obligation, now);
        }
        return obligation.ending() == null
                ? !obligation.due().isAfter(now)
                : obligation.ending().at().isAfter(obligation.due());
    }

    private boolean noticeMissed(Obligation notice, Instant now) {
        var promise = owed.get(new ObligationId(Objects.requireNonNull(notice.subject())));
        if (promise == null) {
            return false;
        }
        var ending = promise.ending();
        if (ending != null && ending.end() == Obligation.End.REPLACED) {
            return ending.at().isAfter(notice.due());
        }
        return ending == null ? !promise.due().isAfter(now) : ending.at().isAfter(promise.due());
    }

    private List<Obligation> open() {
        return owed.values().stream().filter(Obligation::open).toList();
    }

    private List<Obligation> open(ObligationKind kind, Predicate<Obligation> which) {
        return open().stream()
                .filter(obligation -> obligation.kind() == kind)
                .filter(which)
                .toList();
    }

    private List<Obligation> about(ObligationKind kind, String subject) {
        return open(kind, about(subject));
    }

    private static Predicate<Obligation> about(@Nullable String subject) {
        return obligation -> Objects.equals(obligation.subject(), subject);
    }

    private static Predicate<Obligation> inThread(@Nullable ThreadId thread) {
        return obligation -> Objects.equals(obligation.thread(), thread);
    }

    private void change(ObligationId id, UnaryOperator<Obligation> change) {
        owed.computeIfPresent(id, (ignored, old) -> change.apply(old));
    }

    private EntryId entry(long sequence) {
        return EntryId.of(matter, sequence);
    }

    private DueTimes times(Instant at) {
        return new DueTimes(terms.at(at), yardsticks, at);
    }
}
