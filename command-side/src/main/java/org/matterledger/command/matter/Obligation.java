package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/**
 * One duty of the firm and its clock. It runs from {@code startedAt} until it ends; that it was breached stays true after
 * a late end (semantics 4.2).
 *
 * @param instance counts reopenings of the same task or complaint
 * @param armedAt the instant of the fact that armed it
 * @param subject the task, complaint, or promise that it concerns
 * @param plans its due times, each from the instant at which it was planned; the last holds
 * @param promisedTime by which local time of the promised date, where one was stated; else by its close
 * @param promises how often this was promised anew before
 * @param breachedAt its due time, once that passed with the duty open
 * @param excused whether a reviewer decided that its breach is none
 * @param climbed the rungs of its ladder that were reached
 */
record Obligation(
        ObligationId id,
        ObligationKind kind,
        int instance,
        StaffId holder,
        EntryId basis,
        Instant armedAt,
        @Nullable ThreadId thread,
        @Nullable String subject,
        Instant startedAt,
        List<Plan> plans,
        @Nullable LocalDate promisedFor,
        @Nullable LocalTime promisedTime,
        int promises,
        @Nullable Ending ending,
        @Nullable Instant breachedAt,
        boolean excused,
        Set<Level> climbed) {

    Obligation {
        plans = List.copyOf(plans);
        climbed = climbed.isEmpty() ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(climbed));
    }

    /** A due time, and who learns when. */
    record Plan(Instant from, Instant due, List<LadderStep> ladder, Reckoned reckoned) {

        Plan {
            ladder = List.copyOf(ladder);
        }
    }

    /** How a duty came to its end. */
    enum End {
        FULFILLED,
        REPLACED,
        CANCELLED
    }

    /**
     * @param by the entry that ended it
     * @param reason why it was cancelled
     * @param withNotice whether a replaced promise was announced in good time
     * @param next the promise in its place
     */
    record Ending(
            End end,
            Instant at,
            @Nullable EntryId by,
            @Nullable CancelReason reason,
            boolean withNotice,
            @Nullable ObligationId next) {

        static Ending fulfilled(Instant at, EntryId by) {
            return new Ending(End.FULFILLED, at, by, null, false, null);
        }

        static Ending replaced(Instant at, EntryId by, boolean withNotice, ObligationId next) {
            return new Ending(End.REPLACED, at, by, null, withNotice, next);
        }

        static Ending cancelled(Instant at, CancelReason reason, @Nullable EntryId by) {
            return new Ending(End.CANCELLED, at, by, reason, false, null);
        }
    }

    boolean open() {
        return ending == null;
    }

    Plan plan() {
        return plans.getLast();
    }

    Instant due() {
        return plan().due();
    }

    /** Whether the facts, as known now, arm another duty in its place: it never was. */
    boolean reckonedAway() {
        return ending != null && ending.reason() == CancelReason.RECKONED_AGAIN;
    }

    boolean openAt(Instant instant) {
        return ending == null || ending.at().isAfter(instant);
    }

    Obligation ended(Ending how) {
        return with(holder, plans, how, breachedAt, climbed);
    }

    Obligation open(@Nullable Instant breach) {
        return with(holder, plans, null, breach, climbed);
    }

    Obligation heldBy(StaffId staff) {
        return with(staff, plans, ending, breachedAt, climbed);
    }

    Obligation breached(@Nullable Instant at) {
        return with(holder, plans, ending, at, climbed);
    }

    Obligation reached(Level level) {
        var levels = climbed.isEmpty() ? EnumSet.noneOf(Level.class) : EnumSet.copyOf(climbed);
        levels.add(level);
        return with(holder, plans, ending, breachedAt, levels);
    }

    /** Another plan holds from its instant on; what was planned for later is forgotten. */
    Obligation planned(Plan plan) {
        var kept = new ArrayList<>(plans);
        kept.removeIf(old -> !old.from().isBefore(plan.from()));
        kept.add(plan);
        return with(holder, kept, ending, breachedAt, climbed);
    }

    /** As it stood just before an instant, seen from the facts: verdicts of the clock are reckoned, not kept. */
    Obligation before(Instant instant) {
        if (breachedAt == null
                && climbed.isEmpty()
                && (ending == null || ending.at().isBefore(instant))
                && plan().from().isBefore(instant)) {
            return this;
        }
        var kept = new ArrayList<>(plans);
        kept.removeIf(plan -> !plan.from().isBefore(instant) && plan != plans.getFirst());
        var stillOpen = ending != null && !ending.at().isBefore(instant);
        return new Obligation(
                id,
                kind,
                instance,
                holder,
                basis,
                armedAt,
                thread,
                subject,
                startedAt,
                kept,
                promisedFor,
                promisedTime,
                promises,
                stillOpen ? null : ending,
                null,
                excused,
                Set.of());
    }

    /** Without what its ladder has shown. */
    Obligation unclimbed() {
        return with(holder, plans, ending, breachedAt, Set.of());
    }

    Obligation pardoned() {
        return new Obligation(
                id,
                kind,
                instance,
                holder,
                basis,
                armedAt,
                thread,
                subject,
                startedAt,
                plans,
                promisedFor,
                promisedTime,
                promises,
                ending,
                null,
                true,
                climbed);
    }

    private Obligation with(
            StaffId staff, List<Plan> planned, @Nullable Ending how, @Nullable Instant breach, Set<Level> levels) {
        return new Obligation(
                id,
                kind,
                instance,
                staff,
                basis,
                armedAt,
                thread,
                subject,
                startedAt,
                planned,
                promisedFor,
                promisedTime,
                promises,
                how,
                breach,
                excused,
                levels);
    }
}
