package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Happening.TaskAsked;
import org.matterledger.command.matter.Happening.TaskTaken;
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.RuleMode;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/** Arms duties: whose they are, under which id, and with the notice of a promise's delay beside it. */
final class Arming {

    private final MatterId matter;
    private final Terms terms;
    private final Yardsticks yardsticks;
    private final @Nullable Instant opened;
    private final Owing owing;
    private StaffId holder;
    private boolean closed;

    Arming(MatterId matter, StaffId responsible, Terms terms, Yardsticks yardsticks, Owing owing) {
        this.matter = matter;
        this.holder = responsible;
        this.terms = terms;
        this.yardsticks = yardsticks;
        this.opened =
                terms.periods().isEmpty() ? null : terms.periods().getFirst().from();
        this.owing = owing;
    }

    /** From here on another staff member serves the client. */
    void handOver(StaffId to) {
        holder = to;
    }

    StaffId holder() {
        return holder;
    }

    /** From here on nothing is owed any more. */
    void close() {
        closed = true;
    }

    /** Before the matter was opened nothing was owed by silence; what was said then is the last known contact. */
    boolean began(Instant at) {
        return opened == null || !at.isBefore(opened);
    }

    /** @return the duty; absent in a closed matter, and where the policy has switched its kind off */
    @Nullable
    Obligation arm(
            ObligationKind kind,
            Happening because,
            Instant start,
            Plan plan,
            @Nullable ThreadId thread,
            @Nullable String subject,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            int promises) {
        return armAt(because.at(), kind, because, start, plan, thread, subject, promisedFor, promisedTime, promises);
    }

    @Nullable
    Obligation armAt(
            Instant armedAt,
            ObligationKind kind,
            Happening basis,
            Instant start,
            Plan plan,
            @Nullable ThreadId thread,
            @Nullable String subject,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            int promises) {
        if (closed || times(armedAt).policy().mode(kind) == RuleMode.OFF) {
            return null;
        }
        var entry = EntryId.of(matter, basis.sequence());
        var due = afterOpening(basis, plan.due());
        var obligation = new Obligation(
                Promises.NEXT_CONTACT.equals(name(kind, subject))
                        ? ObligationId.of(entry, kind, Promises.NEXT_CONTACT)
                        : ObligationId.of(entry, kind),
                kind,
                instance(kind, basis, subject),
                holder,
                entry,
                armedAt,
                thread,
                subject,
                start,
                List.of(new Plan(armedAt, due, plan.ladder(), plan.reckoned())),
                promisedFor,
                promisedTime,
                promises,
                null,
                null,
                false,
                Set.of());
        owing.add(obligation);
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
        return kind == ObligationKind.DELAY_NOTICE && subject != null && subject.endsWith(Promises.NEXT_CONTACT)
                ? Promises.NEXT_CONTACT
                : subject;
    }

    /** How often the task was set by then (4.2, 17); a delivery that is promised anew is the same one. */
    private int instance(ObligationKind kind, Happening basis, @Nullable String subject) {
        return switch (basis) {
            case TaskAsked asked -> asked.instance();
            case TaskTaken taken when kind == ObligationKind.DELIVER_TASK -> taken.instance();
            default -> kind == ObligationKind.DELIVER_TASK ? owing.instance(kind, subject) : 1;
        };
    }

    /** The notice is reckoned with the promise; its verdict falls with the promise's (semantics 4.9, 5). */
    private void armNotice(Obligation promise, Happening basis, LocalDate day) {
        var plan = times(basis.at()).delayNotice(day, promise.promisedTime());
        if (plan != null && (opened == null || !plan.due().isBefore(opened))) {
            arm(
                    ObligationKind.DELAY_NOTICE,
                    basis,
                    basis.at(),
                    plan,
                    promise.thread(),
                    promise.id().value(),
                    null,
                    null,
                    promise.promises());
        }
    }

    private DueTimes times(Instant at) {
        return new DueTimes(terms.at(at), yardsticks, at);
    }
}
