package org.matterledger.command.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.Outcome.Recorded;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.PolicyAdopted;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Reassessment;

/**
 * Lets time pass in a matter, lets it decide, and adds what follows: one append holds a message and what it arms,
 * discharges or breaks. What fell due before the command is recorded before it, at its own time, so that a late answer
 * can't hide a breach.
 */
final class Consequences {

    private final Facts facts;
    private final Instant now;

    private Consequences(Facts facts, LedgerTime now) {
        this.facts = facts;
        this.now = now.instant();
    }

    /** @param decision what the command asks, decided once time has passed */
    static Outcome of(MatterState state, Facts facts, LedgerTime now, Function<MatterState, Outcome> decision) {
        var consequences = new Consequences(facts, now);
        var passed = consequences.timePassed(state);
        var present = evolve(state, passed);
        return switch (decision.apply(present)) {
            case Recorded recorded -> consequences.recorded(present, passed, recorded);
            case Outcome.NothingNew same -> same;
            case Outcome.Refusal refusal -> refusal;
        };
    }

    /** Lets time pass, and nothing else. */
    static Outcome ofTime(MatterState state, Facts facts, LedgerTime now) {
        var passed = new Consequences(facts, now).timePassed(state);
        return passed.isEmpty() ? Outcome.nothingNew() : new Recorded(passed, null);
    }

    /** What facts would bring about, were they recorded now. */
    static List<ObligationEvent> preview(MatterState state, Facts facts, LedgerTime now, MatterEvent... told) {
        var consequences = new Consequences(facts, now);
        return consequences.verdicts(state, evolve(state, List.of(told)), List.of(), List.of(told));
    }

    private Outcome recorded(MatterState present, List<MatterEvent> passed, Recorded recorded) {
        var told = recorded.events().stream().map(MatterEvent.class::cast).toList();
        var verdicts = verdicts(present, evolve(present, told), passed, told);
        return new Recorded(
                Stream.of(passed, told, verdicts).flatMap(List::stream).toList(), recorded.entry());
    }

    /** New versions of what the matter reckons by, and what the clock alone brought about. */
    private List<MatterEvent> timePassed(MatterState state) {
        if (state.opened() == null || state.closed()) {
            return List.of();
        }
        var adopted = adoptions(state);
        var after = evolve(state, adopted);
        var passed = new ArrayList<>(adopted);
        passed.addAll(verdicts(state, after, List.of(), adopted));
        return passed;
    }

    private List<MatterEvent> adoptions(MatterState state) {
        var matter = state.matter().matterId();
        var adopted = new ArrayList<MatterEvent>();
        var latest = state.terms().latest();
        facts.versionsAfter(latest.calendar(), latest.calendarVersion())
                .forEach(published -> adopted.add(new CalendarAdopted(
                        matter, published.calendarId(), published.version(), published.occurredAt())));
        var policy = latest.policy();
        if (policy != null) {
            facts.policiesAfter(policy, latest.policyVersion())
                    .forEach(published -> adopted.add(new PolicyAdopted(
                            matter, published.policyId(), published.version(), published.occurredAt())));
        }
        return adopted;
    }

    private List<ObligationEvent> verdicts(
            MatterState before, MatterState after, List<MatterEvent> passed, List<? extends MatterEvent> told) {
        if (after.opened() == null) {
            return List.of();
        }
        var from = firstChange(
                before.duties().happenings(), untidied(before, told).duties().happenings());
        return beyondMemory(before.duties(), after.duties(), from.orElse(Instant.MAX), told)
                ? wholeVerdicts(after, passed, told)
                : verdicts(after, after.duties().owed(), from.orElse(Instant.MAX), told, any -> true);
    }

    /** Whether what changed lies further back than the matter remembers, or hangs on something that does. */
    private static boolean beyondMemory(Duties before, Duties after, Instant from, List<? extends MatterEvent> told) {
        var since = after.keptSince();
        if (since == null) {
            return false;
        }
        return from.isBefore(since)
                || (from.isBefore(Instant.MAX) && after.waitsForForgotten())
                || told.stream().anyMatch(event -> event instanceof EntryEvent entry && !before.recalls(entry.about()))
                || after.happenings().stream()
                        .anyMatch(happening -> !happening.at().isBefore(from)
                                && happening instanceof FirmWrote wrote
                                && wrote.inReplyTo() != null
                                && !after.recalls(wrote.inReplyTo()));
    }

    /** What happened reaches back beyond what the matter remembers: its whole stream is read and reckoned again. */
    private List<ObligationEvent> wholeVerdicts(
            MatterState after, List<MatterEvent> passed, List<? extends MatterEvent> told) {
        var whole = untidied(untidied(untidied(MatterState.BLANK, facts.wholeMatter()), passed), told);
        var recorded = new LinkedHashMap<ObligationId, Obligation>();
        whole.duties().owed().forEach(owe -> recorded.put(owe.id(), owe));
        after.duties().owed().forEach(owe -> recorded.put(owe.id(), owe));
        return verdicts(
                whole,
                List.copyOf(recorded.values()),
                Instant.MIN,
                told,
                id -> after.duties().find(id) != null);
    }

    private List<ObligationEvent> verdicts(
            MatterState after,
            List<Obligation> recorded,
            Instant from,
            List<? extends MatterEvent> told,
            Predicate<ObligationId> remembered) {
        var opened = after.matter();
        var before = recorded.stream()
                .filter(owe -> owe.armedAt().isBefore(from))
                .map(owe -> owe.before(from))
                .toList();
        var reckoned = Reckoning.of(
                opened.matterId(),
                opened.responsible(),
                after.terms(),
                facts.yardsticks(),
                after.duties().happenings(),
                before,
                from,
                now);
        return Verdicts.between(
                opened.matterId(),
                recorded,
                pardoned(reckoned, recorded),
                facts.yardsticks(),
                now,
                told.stream().anyMatch(Consequences::corrects)
                        ? Reassessment.MET_AS_CORRECTED
                        : Reassessment.MET_RECORDED_LATE,
                remembered);
    }

    private static boolean corrects(MatterEvent event) {
        return event instanceof EntryEvent && !(event instanceof LateEntryAdopted);
    }

    /** What a reviewer excused stays excused, however often it is reckoned. */
    private static Map<ObligationId, Obligation> pardoned(
            Map<ObligationId, Obligation> reckoned, List<Obligation> recorded) {
        var pardoned = new LinkedHashMap<>(reckoned);
        recorded.stream()
                .filter(Obligation::excused)
                .forEach(owe -> pardoned.computeIfPresent(owe.id(), (id, target) -> target.pardoned()));
        return pardoned;
    }

    /** The first instant from which the happenings differ; empty where they don't. */
    private static Optional<Instant> firstChange(List<Happening> before, List<Happening> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        var same = 0;
        var shorter = Math.min(before.size(), after.size());
        while (same < shorter && before.get(same).equals(after.get(same))) {
            same++;
        }
        // they are in the order of the world: what a fact leaves as it was mostly stands before it
        var old = new HashSet<>(before.subList(same, before.size()));
        var young = new HashSet<>(after.subList(same, after.size()));
        var changed = Stream.concat(
                        young.stream().filter(happening -> !old.contains(happening)),
                        old.stream().filter(happening -> !young.contains(happening)))
                .toList();
        return changed.stream()
                .flatMap(happening -> Stream.concat(Stream.of(happening), answeredBy(happening, after)))
                .map(Happening::at)
                .min(Instant::compareTo);
    }

    /** What the firm wrote on a channel not agreed counts from its own time on, once the client answers there. */
    private static Stream<Happening> answeredBy(Happening changed, List<Happening> known) {
        return changed instanceof ClientWrote answer
                ? known.stream()
                        .filter(other -> other instanceof FirmWrote wrote && !wrote.agreed() && answer.answers(wrote))
                : Stream.empty();
    }

    /** What the matter will have in mind when the verdicts reach it: it lets go what is old on the way. */
    private static MatterState evolve(MatterState state, List<? extends LedgerEvent> events) {
        var evolved = state;
        for (var event : events) {
            evolved = evolved.evolve(event);
        }
        return evolved;
    }

    private static MatterState untidied(MatterState state, List<? extends LedgerEvent> events) {
        var evolved = state;
        for (var event : events) {
            evolved = evolved.evolveWhole((MatterEvent) event);
        }
        return evolved;
    }
}
