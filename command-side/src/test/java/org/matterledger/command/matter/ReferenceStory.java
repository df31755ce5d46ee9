package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.ReferenceFacts.Agreed;
import org.matterledger.command.matter.ReferenceFacts.Closed;
import org.matterledger.command.matter.ReferenceFacts.Fact;
import org.matterledger.command.matter.ReferenceFacts.HandedOver;
import org.matterledger.command.matter.ReferenceFacts.Heard;
import org.matterledger.command.matter.ReferenceFacts.Said;
import org.matterledger.values.WorkCalendar;

/** What the reference model is told, in the order of the world, and what can be said of it: which words count, and clocks. */
class ReferenceStory {

    /** A duty in words that can be compared: about what, held by whom at its end, and how it ended. */
    record Duty(
            String kind,
            String about,
            String holder,
            Instant start,
            Instant due,
            boolean breached,
            String end,
            @Nullable Instant ended) {}

    final List<Fact> facts;
    final List<Agreed> terms;
    final Instant now;
    final Instant opened;
    final int closed;

    ReferenceStory(List<Fact> facts, List<Agreed> terms, Instant now) {
        this.facts = facts.stream().sorted(ReferenceFacts.ORDER).toList();
        this.terms = terms;
        this.opened = terms.getFirst().from();
        this.now = now;
        this.closed = (int)
                this.facts.stream().takeWhile(fact -> !(fact instanceof Closed)).count();
    }

    // What a message of the firm does

    /** By an agreed channel, or on one where the client answers later (4.9, 2). */
    boolean counts(int place) {
        return facts.get(place) instanceof Said said
                && said.counts()
                && (said.agreed()
                        || exists(
                                place + 1,
                                f -> f instanceof Heard heard
                                        && heard.person()
                                        && heard.channel().equals(said.channel())
                                        && heard.at().isAfter(said.at())));
    }

    boolean informs(int place) {
        return counts(place) && ((Said) facts.get(place)).principal();
    }

    /** A message speaks in its thread, and in that of the message to which it refers. */
    boolean speaksIn(int place, String thread) {
        return facts.get(place) instanceof Said said
                && (thread.equals(said.thread())
                        || exists(
                                0,
                                f -> f instanceof Heard heard
                                        && Objects.equals(said.answers(), heard.nr())
                                        && heard.thread().equals(thread)));
    }

    /** Of substance: a holding reply only with a date to wait for (4.2, 7). */
    boolean answers(int place, String thread) {
        return counts(place)
                && speaksIn(place, thread)
                && (!((Said) facts.get(place)).holding() || concrete((Said) facts.get(place)));
    }

    boolean concrete(Said said) {
        var day = said.until();
        var calendar = at(said.at()).calendar();
        return day != null
                && calendar.isOpen(day)
                && (said.time() == null ? calendar.closeOf(day) : stated(calendar, day, said.time())).isAfter(said.at())
                && !day.isAfter(
                        calendar.localDate(said.at()).plusDays(at(said.at()).longestPromise()));
    }

    /** The instant of a stated time; of one that comes twice, the second. */
    static Instant stated(WorkCalendar calendar, LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, calendar.zone())
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    // Clocks

    Duty duty(String kind, String about, Instant start, Instant due, int end, String how) {
        var ended = end < facts.size() ? facts.get(end).at() : null;
        var result = ended == null ? "OPEN" : end < closed ? how : "CANCELLED";
        var missed = ended == null ? !due.isAfter(now) : ended.isAfter(due);
        var holder = facts.subList(0, end).stream()
                .filter(HandedOver.class::isInstance)
                .reduce((one, other) -> other)
                .map(f -> ((HandedOver) f).to())
                .orElse("");
        return new Duty(kind, about, holder, start, due, missed, result, ended);
    }

    /**
     * The due time, planned anew at each change of terms while it runs and isn't late: time used stays used, and no new
     * plan falls before the end of that working day (4.2, 13; 4.9, 1).
     */
    Instant planned(
            Instant armed,
            Instant start,
            int end,
            Function<Agreed, @Nullable Duration> target,
            Function<Agreed, Instant> relative) {
        var old = at(armed);
        var within = target.apply(old);
        var due = atOpening(
                armed, within == null ? relative.apply(old) : old.calendar().add(start, within));
        var used = Duration.ZERO;
        var from = start;
        for (var next : terms) {
            var at = next.from();
            if (at.isAfter(armed)
                    && due.isAfter(at)
                    && (end == facts.size() || !at.isAfter(facts.get(end).at()))) {
                used = used.plus(old.calendar().elapsed(from, at));
                within = target.apply(next);
                var left = within == null ? Duration.ZERO : within.minus(used);
                var fresh = within == null
                        ? relative.apply(next)
                        : left.isNegative() ? at : next.calendar().add(at, left);
                due = fresh.equals(due) ? due : later(fresh, next.calendar().endOfWorkingDay(at));
                from = later(start, at);
                old = next;
            }
        }
        return due;
    }

    /** In a matter taken over nothing before its opening is a breach. */
    Instant atOpening(Instant armed, Instant due) {
        return armed.isBefore(opened) && due.isBefore(opened)
                ? at(opened).calendar().endOfWorkingDay(opened)
                : due;
    }

    Agreed at(Instant instant) {
        return terms.stream()
                .filter(then -> !then.from().isAfter(instant))
                .reduce((one, other) -> other)
                .orElse(terms.getFirst());
    }

    boolean exists(int from, Predicate<Fact> which) {
        return facts.subList(from, facts.size()).stream().anyMatch(which);
    }

    /** The first place from one on, up to the closing or the end of what is known. */
    int first(int from, Predicate<Fact> which) {
        return firstPlace(from, place -> which.test(facts.get(place)));
    }

    int firstPlace(int from, IntPredicate which) {
        return IntStream.range(from, closed).filter(which).findFirst().orElse(closed);
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
