package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.Obligation.Ending;
import org.matterledger.command.matter.Obligation.Plan;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationCancelled;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationHandedOver;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.events.ObligationEvent.ObligationWarned;
import org.matterledger.events.ObligationEvent.PromiseReplaced;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.ThreadEvent;
import org.matterledger.values.EntryId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;

/**
 * What the record says a matter owes, and the happenings from which it can be reckoned again. Only what is open or young
 * is kept, so that a command costs the same however long the matter lasts; what is older is read again when a fact
 * reaches back that far.
 *
 * @param happenings in the order of the world
 * @param owed open duties, and those that ended lately
 * @param keptSince from when on every happening is kept; absent while nothing was let go
 */
record Duties(
        List<Happening> happenings,
        List<Obligation> owed,
        @Nullable Instant keptSince) {

    static final Duties NONE = new Duties(List.of(), List.of(), null);

    private static final int KEPT = 48;
    private static final Duration YOUNG = Duration.ofDays(21);

    /** However much is said in three weeks, a command looks at no more than this. */
    private static final int MOST = 256;

    Duties {
        happenings = List.copyOf(happenings);
        owed = List.copyOf(owed);
    }

    Duties happened(List<Happening> known) {
        return new Duties(known, owed, keptSince);
    }

    /** Lets go what can no longer be asked for by itself. */
    Duties tidied() {
        if (happenings.size() <= KEPT) {
            return this;
        }
        var many = happenings.size() > MOST;
        var weeksAgo = happenings.getLast().at().minus(YOUNG);
        if (!many && keptSince != null && !weeksAgo.isAfter(keptSince.plus(YOUNG.dividedBy(3)))) {
            return this;
        }
        var half = many ? happenings.get(happenings.size() - MOST / 2).at() : weeksAgo;
        var edge = half.isAfter(weeksAgo) ? half : weeksAgo;
        var young = owed.stream().filter(obligation -> obligation.openAt(edge)).toList();
        return new Duties(
                happenings.stream()
                        .filter(happening -> !happening.at().isBefore(edge)
                                || settlesYounger(happening, edge)
                                || (many ? everAsked(happening, young) : stillAsked(happening, young)))
                        .toList(),
                young,
                edge);
    }

    /** Whether it stands in the world before what it settles, which is kept. */
    private boolean settlesYounger(Happening happening, Instant edge) {
        return happenings.stream().anyMatch(other -> !other.at().isBefore(edge) && happening.settles(other));
    }

    /** Where too much was said: not what the client might still answer on a channel that was never agreed. */
    private static boolean everAsked(Happening happening, List<Obligation> young) {
        return !(happening instanceof Happening.FirmWrote) && stillAsked(happening, young);
    }

    /** Messages of threads that wait or lately did, and what the client may still answer on a channel not agreed. */
    private static boolean stillAsked(Happening happening, List<Obligation> young) {
        return switch (happening) {
            case Happening.ClientWrote message ->
                replies(young, message).anyMatch(reply -> Objects.equals(reply.thread(), message.thread()));
            case Happening.AnswerWaived waived ->
                replies(young, waived).findAny().isPresent();
            case Happening.FirmWrote message -> !message.agreed() && message.substantive();
            case Happening.HandedOver ignored -> true;
            case Happening.Closed ignored -> true;
            case Happening.Began ignored -> false;
            case Happening.TermsChanged ignored -> false;
            case Happening.TaskAsked ignored -> false;
            case Happening.Complained ignored -> false;
            case Happening.TaskTaken ignored -> false;
            case Happening.TaskDropped ignored -> false;
            case Happening.TaskDone ignored -> false;
            case Happening.ComplaintHeard ignored -> false;
        };
    }

    private static Stream<Obligation> replies(List<Obligation> young, Happening since) {
        return young.stream()
                .filter(owe -> owe.kind() == ObligationKind.REPLY && !since.at().isBefore(owe.startedAt()));
    }

    Duties evolve(MatterEvent event) {
        return switch (event) {
            case ObligationEvent verdict -> recorded(verdict);
            case EntryCorrected corrected -> broughtNear(corrected);
            case MatterOpened ignored -> this;
            case ResponsibleReplaced ignored -> this;
            case MatterClosed ignored -> this;
            case ProtocolEvent ignored -> this;
            case TermsEvent ignored -> this;
            case ThreadEvent ignored -> this;
            case TaskEvent ignored -> this;
            case ComplaintEvent ignored -> this;
        };
    }

    /** What was let go and turns out to have happened later than that is missing here: memory begins after it. */
    private Duties broughtNear(EntryCorrected corrected) {
        var at = corrected.correction().occurredAt();
        return keptSince == null || at == null || at.isBefore(keptSince) || recalls(corrected.about())
                ? this
                : new Duties(happenings, owed, at.plusNanos(1));
    }

    private Duties recorded(ObligationEvent event) {
        return switch (event) {
            case ObligationArmed armed -> with(armed);
            case ObligationWarned warned -> changed(event, owe -> owe.reached(warned.level()));
            case ObligationBreached breached -> changed(event, owe -> owe.breached(breached.occurredAt()));
            case ObligationEscalated escalated -> changed(event, owe -> owe.reached(escalated.level()));
            case ObligationFulfilled fulfilled ->
                changed(event, owe -> owe.ended(Ending.fulfilled(fulfilled.occurredAt(), fulfilled.by())));
            case FulfilmentWithdrawn ignored -> changed(event, owe -> owe.open(owe.breachedAt()));
            case PromiseReplaced replaced ->
                changed(
                        event,
                        owe -> owe.ended(Ending.replaced(
                                replaced.occurredAt(), replaced.by(), replaced.withNotice(), replaced.next())));
            case ObligationCancelled cancelled ->
                changed(
                        event,
                        owe -> owe.ended(Ending.cancelled(cancelled.occurredAt(), cancelled.reason(), cancelled.by())));
            case ObligationReplanned replanned ->
                changed(
                        event,
                        owe -> owe.planned(new Plan(
                                replanned.occurredAt(), replanned.due(), replanned.ladder(), replanned.reckoned())));
            case ObligationHandedOver handedOver -> changed(event, owe -> owe.heldBy(handedOver.to()));
            case BreachReassessed reassessed ->
                changed(
                        event,
                        owe -> reassessed.result() == Reassessment.EXCUSED ? owe.pardoned() : owe.breached(null));
        };
    }

    private Duties with(ObligationArmed event) {
        var changed = new ArrayList<>(owed);
        var known = find(event.obligationId());
        changed.removeIf(owe -> owe.id().equals(event.obligationId()));
        changed.add(armed(known, event));
        return new Duties(happenings, changed, keptSince);
    }

    /** A duty as armed; one that was armed before keeps what its clock has shown. */
    static Obligation armed(@Nullable Obligation known, ObligationArmed event) {
        return new Obligation(
                event.obligationId(),
                event.kind(),
                event.instance(),
                event.holder(),
                event.basis(),
                event.occurredAt(),
                event.thread(),
                event.subject(),
                event.startedAt(),
                List.of(new Plan(event.occurredAt(), event.due(), event.ladder(), event.reckoned())),
                event.promisedFor(),
                event.promisedTime(),
                event.promises(),
                null,
                known == null ? null : known.breachedAt(),
                known != null && known.excused(),
                known == null ? Set.of() : known.climbed());
    }

    /** Whether a message waits for its answer that is no longer among the happenings. */
    boolean waitsForForgotten() {
        return owed.stream().anyMatch(owe -> owe.kind() == ObligationKind.REPLY && owe.open() && !recalls(owe.basis()));
    }

    /** Whether what an entry told is among the happenings that are kept. */
    boolean recalls(EntryId entry) {
        return recalls(entry.sequence());
    }

    boolean recalls(long sequence) {
        return happenings.stream().anyMatch(happening -> happening.sequence() == sequence);
    }

    @Nullable
    Obligation find(ObligationId id) {
        return owed.stream().filter(owe -> owe.id().equals(id)).findFirst().orElse(null);
    }

    private Duties changed(ObligationEvent event, UnaryOperator<Obligation> change) {
        return new Duties(
                happenings,
                owed.stream()
                        .map(owe -> owe.id().equals(event.obligationId()) ? change.apply(owe) : owe)
                        .toList(),
                keptSince);
    }
}
