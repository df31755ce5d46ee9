package org.matterledger.command.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Obligation.Ending;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.ThreadId;

/**
 * What a matter owes, while it is reckoned: duties are armed, change and end. A promise takes the notice of its delay
 * along.
 */
final class Owing {

    private final Map<ObligationId, Obligation> owed = new LinkedHashMap<>();

    /** @param before what was owed already */
    Owing(Collection<Obligation> before) {
        before.forEach(this::add);
    }

    Map<ObligationId, Obligation> all() {
        return owed;
    }

    void add(Obligation obligation) {
        owed.put(obligation.id(), obligation);
    }

    @Nullable
    Obligation find(ObligationId id) {
        return owed.get(id);
    }

    /** Which instance of its task a duty is that is promised anew: that of the one which is open. */
    int instance(ObligationKind kind, @Nullable String subject) {
        return open(kind, about(subject)).stream()
                .mapToInt(Obligation::instance)
                .max()
                .orElse(1);
    }

    void changeAll(UnaryOperator<Obligation> change) {
        owed.replaceAll((id, obligation) -> change.apply(obligation));
    }

    List<Obligation> stillOpen(List<Obligation> obligations) {
        return obligations.stream()
                .filter(old -> Objects.requireNonNull(owed.get(old.id())).open())
                .toList();
    }

    List<Obligation> open() {
        return owed.values().stream().filter(Obligation::open).toList();
    }

    List<Obligation> open(ObligationKind kind, Predicate<Obligation> which) {
        return open().stream()
                .filter(obligation -> obligation.kind() == kind)
                .filter(which)
                .toList();
    }

    List<Obligation> about(ObligationKind kind, String subject) {
        return open(kind, about(subject));
    }

    /** What an entry settles about a task or complaint: what was asked, and recorded, before it. */
    List<Obligation> about(ObligationKind kind, String subject, long answer) {
        return open(kind, about(subject).and(owed -> owed.basis().sequence() < answer));
    }

    static Predicate<Obligation> about(@Nullable String subject) {
        return obligation -> Objects.equals(obligation.subject(), subject);
    }

    static Predicate<Obligation> inThread(@Nullable ThreadId thread) {
        return obligation -> Objects.equals(obligation.thread(), thread);
    }

    void change(ObligationId id, UnaryOperator<Obligation> change) {
        owed.computeIfPresent(id, (ignored, old) -> change.apply(old));
    }

    void fulfil(List<Obligation> obligations, Instant at, EntryId by) {
        obligations.forEach(obligation -> end(obligation, Ending.fulfilled(at, by)));
    }

    void end(Obligation obligation, Ending ending) {
        change(obligation.id(), old -> old.ended(ending));
        about(ObligationKind.DELAY_NOTICE, obligation.id().value())
                .forEach(notice -> change(notice.id(), old -> old.ended(noticeEnding(ending))));
    }

    private static Ending noticeEnding(Ending promise) {
        return promise.end() == Obligation.End.REPLACED && promise.by() != null
                ? Ending.fulfilled(promise.at(), promise.by())
                : Ending.cancelled(promise.at(), CancelReason.PROMISE_ENDED, promise.by());
    }
}
