package org.matterledger.command.matter;

import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Deed.Step;
import org.matterledger.command.matter.ReferenceFacts.Agreed;
import org.matterledger.command.matter.ReferenceStory.Duty;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.PolicyAdopted;
import org.matterledger.values.EntryId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.StaffRole;
import org.matterledger.values.WorkCalendar;

/**
 * One telling of a history: each step is told to the ledger, and, where the ledger takes it in, to the reference model as
 * a plain fact.
 */
final class ToldHistory {

    final MatterLife life;
    private final Map<Integer, EntryId> entries = new HashMap<>();
    private final HistoryCommands commands;
    private final HistoryFacts facts;
    private int next;
    private @Nullable Outcome lastOutcome;

    ToldHistory(WorkCalendar office, PolicyPack policy, Instant at, Instant lastContact) {
        life = MatterLife.takenOver(office, policy, at, lastContact.equals(at) ? null : lastContact)
                .knows(SampleMatter.works(HistoryCommands.IVAN, StaffRole.FEE_EARNER))
                .knows(HistoryCommands.ROUND_THE_CLOCK, WorkCalendar.alwaysOpen(office.zone()));
        commands = new HistoryCommands(life, entries);
        facts = new HistoryFacts(office, policy, at, lastContact);
    }

    /** A matter in Kyiv's hours, opened at a local time. */
    static ToldHistory inKyiv(String opened) {
        return in(SampleTerms.week("Europe/Kyiv", "09:00", "18:00"), opened);
    }

    static ToldHistory in(WorkCalendar calendar, String opened) {
        var at = LocalDateTime.parse(opened).atZone(calendar.zone()).toInstant();
        return new ToldHistory(calendar, SampleTerms.policy(), at, at);
    }

    /** Tells a deed when it happens, at a local time; returns its number. */
    int tells(String at, Deed deed) {
        return tells(at, at, deed);
    }

    /** Tells a deed later than it happened. */
    int tells(String at, String told, Deed deed) {
        var nr = next++;
        lastOutcome = tell(new Step(nr, life.instant(at), life.instant(told), deed));
        return nr;
    }

    /** How the ledger answered to the last step. */
    @Nullable
    Outcome answer() {
        return lastOutcome;
    }

    ToldHistory passes(String at) {
        life.at(at).passes();
        return this;
    }

    EntryId entry(int nr) {
        return Objects.requireNonNull(entries.get(nr));
    }

    /** Tells the ledger a step at its time of telling; what it refuses didn't happen. */
    @Nullable
    Outcome tell(Step step) {
        life.at(step.told());
        var before = life.events().size();
        var outcome = commands.ask(step);
        if (step.deed() instanceof Deed.Publishes || step.deed() instanceof Deed.ChangesPolicy) {
            facts.take(step);
        }
        if (outcome instanceof Outcome.Recorded) {
            var events = life.events();
            IntStream.range(before, events.size())
                    .filter(sequence -> decided(events.get(sequence)))
                    .findFirst()
                    .ifPresent(sequence -> recorded(step, sequence, events.get(sequence)));
            if (step.deed() instanceof Deed.Waives waiver) {
                IntStream.range(before, events.size())
                        .mapToObj(events::get)
                        .filter(event -> event instanceof CorrectionRequested asked && agreed(waiver, asked))
                        .findFirst()
                        .ifPresent(asked -> facts.needless(waiver.message()));
            }
        }
        return outcome;
    }

    private void recorded(Step step, int sequence, MatterEvent event) {
        entries.put(step.nr(), EntryId.of(M1, sequence));
        if (!(event instanceof CorrectionRequested asked) || agreed(step.deed(), asked)) {
            facts.take(step);
        }
    }

    /** Where a breach would vanish, a second person agrees, or doesn't. */
    private boolean agreed(Deed correction, CorrectionRequested asked) {
        var second = correction instanceof Deed.Withdraws withdrawal && withdrawal.second()
                || correction instanceof Deed.Moves move && move.second()
                || correction instanceof Deed.Waives waiver && waiver.second();
        if (second) {
            life.acts(new EntryCommand.AgreeToCorrection(M1, asked.request(), PETRO));
        }
        return second;
    }

    private static boolean decided(MatterEvent event) {
        return !(event instanceof ObligationEvent)
                && !(event instanceof CalendarAdopted)
                && !(event instanceof PolicyAdopted);
    }

    /** What the model says that the facts told so far come to. */
    List<String> expected() {
        return ReferenceModel.owed(facts.facts(), facts.terms(), life.now().instant()).stream()
                .map(Duty::toString)
                .sorted()
                .toList();
    }

    /** What the model says that the same facts come to under other terms. */
    List<String> expectedUnder(UnaryOperator<Agreed> assumed) {
        var terms = facts.terms().stream().map(assumed).toList();
        return ReferenceModel.owed(facts.facts(), terms, life.now().instant()).stream()
                .map(Duty::toString)
                .sorted()
                .toList();
    }

    /** What every event that was recorded comes to, however long ago. */
    List<Obligation> whole() {
        return wholeState().duties().owed();
    }

    /** The matter as it stood if it forgot nothing. */
    MatterState wholeState() {
        var whole = MatterState.BLANK;
        for (var event : life.events()) {
            whole = whole.evolveWhole(event);
        }
        return whole;
    }

    List<String> recorded() {
        return said(whole());
    }

    /** What a record says, in the model's words. */
    List<String> said(List<Obligation> owed) {
        return owed.stream()
                .filter(owe -> !owe.reckonedAway())
                .map(owe -> new Duty(
                                owe.kind().name(),
                                about(owe, owed),
                                owe.holder().equals(OLHA) ? "" : owe.holder().value(),
                                owe.startedAt(),
                                owe.due(),
                                owe.breachedAt() != null,
                                ending(owe),
                                owe.ending() == null ? null : owe.ending().at())
                        .toString())
                .sorted()
                .toList();
    }

    private static String ending(Obligation owe) {
        var ending = owe.ending();
        return ending == null ? "OPEN" : ending.end() + (ending.withNotice() ? " WITH NOTICE" : "");
    }

    private static String about(Obligation owe, List<Obligation> owed) {
        return switch (owe.kind()) {
            case REPLY -> thread(owe);
            case KEEP_INFORMED -> "";
            case KEEP_PROMISE -> owe.subject() == null ? thread(owe) : owe.subject();
            case DELAY_NOTICE ->
                owed.stream()
                        .filter(other -> other.id().value().equals(owe.subject()))
                        .map(other -> about(other, owed))
                        .findFirst()
                        .orElse("?");
            default -> tail(Objects.requireNonNull(owe.subject()));
        };
    }

    private static String thread(Obligation owe) {
        return owe.thread() == null ? "" : tail(owe.thread().value());
    }

    private static String tail(String id) {
        return id.substring(id.indexOf('-') + 1);
    }
}
