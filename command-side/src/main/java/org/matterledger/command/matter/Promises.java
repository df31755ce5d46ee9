package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Conversation.Thread;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.command.matter.Obligation.Ending;
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;

/** The dates that the firm names: for an answer, for the next contact, and in place of one that it can't keep. */
final class Promises {

    /** The promise to write again, as against the promise of an answer. */
    static final String NEXT_CONTACT = "next-contact";

    private final MatterId matter;
    private final Terms terms;
    private final Yardsticks yardsticks;
    private final Owing owing;
    private final Arming arming;

    Promises(MatterId matter, Terms terms, Yardsticks yardsticks, Owing owing, Arming arming) {
        this.matter = matter;
        this.terms = terms;
        this.yardsticks = yardsticks;
        this.owing = owing;
        this.arming = arming;
    }

    void answer(FirmWrote message, LocalDate day, Thread thread) {
        var times = times(message.at());
        var time = message.promisedTime();
        var promised = owing.open(ObligationKind.KEEP_PROMISE, Owing.about(null).and(thread::of));
        var promises =
                promised.stream().mapToInt(old -> old.promises() + 1).max().orElse(0);
        var promise = arming.arm(
                ObligationKind.KEEP_PROMISE,
                message,
                message.at(),
                escalating(times, times.promise(day, time), promises),
                thread.id(),
                null,
                day,
                time,
                promises);
        promised.forEach(old -> replace(old, message, promise));
    }

    void nextContact(FirmWrote message) {
        var day = message.nextContactBy();
        if (day != null && times(message.at()).ahead(day)) {
            var promise = times(message.at()).promise(day, null);
            arming.arm(ObligationKind.KEEP_PROMISE, message, message.at(), promise, null, NEXT_CONTACT, day, null, 0);
        }
    }

    /** A delay notice names what is late, and when it comes instead: it is the promise made again (1.8, 11). */
    void again(FirmWrote message) {
        var late = message.about() == null ? null : owing.find(message.about());
        var day = message.promisedFor();
        var time = message.promisedTime();
        if (late == null
                || day == null
                || !late.openAt(message.at())
                || !times(message.at()).promisable(day, time)) {
            return;
        }
        var times = times(message.at());
        var plan = late.kind() == ObligationKind.DELIVER_TASK ? times.delivery(day, time) : times.promise(day, time);
        var promises = late.promises() + 1;
        var next = arming.arm(
                late.kind(),
                message,
                message.at(),
                escalating(times, plan, promises),
                late.thread(),
                late.subject(),
                day,
                time,
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
                day != null && !message.at().isAfter(times(old.armedAt()).noticeBy(day, old.promisedTime()));
        var by = EntryId.of(matter, message.sequence());
        owing.end(old, Ending.replaced(message.at(), by, withNotice, next.id()));
    }

    private DueTimes times(Instant at) {
        return new DueTimes(terms.at(at), yardsticks, at);
    }
}
