package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.matterledger.command.MatterHistories.Assumption;
import org.matterledger.command.MatterHistories.History;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.Deed.Step;
import org.matterledger.command.matter.ReferenceFacts.Agreed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.CutOff;
import org.matterledger.values.WorkCalendar;

/**
 * The law of “what if”: under the terms that held, assumed ones say exactly what was recorded, at every instant; under
 * others they say what the model, which was written apart, says of the same facts.
 */
class WhatIfLawTest {

    private static final int HISTORIES = Integer.getInteger("ledger.histories", 500);
    private static final Assumption NOTHING = new Assumption(null, null, null);

    @Test
    void assuming_nothing_tells_what_was_recorded_up_to_any_instant() {
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            var dice = new HistoryDice(seed);
            var told = thrown(dice, steps(dice, seed), seed % 2 == 0);
            for (var until : List.of(told.life.now().instant(), between(dice, told))) {
                assertThat(assuming(told, NOTHING, until))
                        .as("seed %d until %s", seed, until)
                        .isEqualTo(recorded(told, until));
            }
        }
    }

    @Test
    void assuming_the_terms_that_held_tells_what_was_recorded() {
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            var dice = new HistoryDice(seed);
            var steps = steps(dice, seed).stream()
                    .filter(step -> !changesTerms(step.deed()))
                    .toList();
            var told = thrown(dice, steps, true);
            var until = told.life.now().instant();
            var same = new Assumption(dice.policy.silenceLimit(), dice.policy.replyCutOff(), dice.office);
            assertThat(assuming(told, same, until)).as("seed %d", seed).isEqualTo(recorded(told, until));
        }
    }

    @Test
    void other_terms_tell_what_the_model_says_of_the_same_facts() {
        var moved = 0;
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            var dice = new HistoryDice(seed);
            // an agreed date stays, whatever the calendar; the model would reckon it anew
            var steps = steps(dice, seed).stream()
                    .filter(step -> !(step.deed() instanceof Deed.TakesTask || step.deed() instanceof Deed.SaysLate))
                    .toList();
            var told = thrown(dice, steps, seed % 3 == 0);
            var assumed = assumption(seed, dice.office);
            var state = WholeMatter.read(events(told));
            var reckoned = told.said(List.copyOf(WholeMatter.reckoned(
                            state,
                            told.life.facts().yardsticks(),
                            assumed,
                            told.life.now().instant())
                    .owed()));
            assertThat(reckoned).as("seed %d, %s", seed, assumed).isEqualTo(told.expectedUnder(under(assumed)));
            moved += reckoned.equals(told.expected()) ? 0 : 1;
        }
        assertThat(moved).as("histories that other terms change").isGreaterThan(HISTORIES / 2);
    }

    private static List<Step> steps(HistoryDice dice, long seed) {
        var thrown = dice.begun();
        return dice.throwDeeds(thrown, 3 + (int) (seed % 40), Duration.ofDays(6));
    }

    private static ToldHistory thrown(HistoryDice dice, List<Step> steps, boolean late) {
        var told = dice.begun();
        (late ? dice.delayed(steps, 6) : steps).forEach(told::tell);
        told.life
                .at(told.life.now().instant().plus(Duration.ofDays(dice.number(23))))
                .passes();
        return told;
    }

    private static Instant between(HistoryDice dice, ToldHistory told) {
        var life = Duration.between(dice.opened, told.life.now().instant()).toMinutes();
        return dice.opened.plus(Duration.ofMinutes(dice.number((int) Math.max(1, life))));
    }

    private static boolean changesTerms(Deed deed) {
        return deed instanceof Deed.Publishes
                || deed instanceof Deed.ChangesPolicy
                || deed instanceof Deed.AgreesSilence
                || deed instanceof Deed.AgreesTimes
                || deed instanceof Deed.AgreesRoundTheClock;
    }

    private static Assumption assumption(long seed, WorkCalendar office) {
        return new Assumption(
                seed % 2 == 0 ? null : 2 + (int) (seed % 25),
                seed % 3 == 0
                        ? null
                        : new CutOff(List.of("CLOSE", "OPENING", "12:00").get((int) (seed % 3))),
                seed % 5 == 0
                        ? null
                        : SampleTerms.week(office.zone().getId(), "08:00", seed % 2 == 0 ? "16:00" : "20:00"));
    }

    private static UnaryOperator<Agreed> under(Assumption assumed) {
        return old -> new Agreed(
                old.from(),
                assumed.calendar() == null ? old.calendar() : assumed.calendar(),
                assumed.silenceLimit() == null ? old.silence() : assumed.silenceLimit(),
                assumed.cutOff() == null ? old.cutOff() : assumed.cutOff(),
                old.reply(),
                old.accept(),
                old.noticeLead(),
                old.longestPromise(),
                old.lateWindow());
    }

    private static List<History> recorded(ToldHistory told, Instant until) {
        return sorted(new WholeMatters(streams(told)).recorded(List.of(SampleMatter.M1), until));
    }

    private static List<History> assuming(ToldHistory told, Assumption assumed, Instant until) {
        return sorted(new WholeMatters(streams(told)).assuming(assumed, List.of(SampleMatter.M1), until));
    }

    /** The record keeps duties in the order in which they became known, the reckoning in that of the world. */
    private static List<History> sorted(List<History> histories) {
        return histories.stream()
                .map(history -> new History(
                        history.matter(),
                        history.title(),
                        history.client(),
                        history.zone(),
                        history.silenceLimit(),
                        history.owed().stream()
                                .sorted((one, other) ->
                                        one.id().value().compareTo(other.id().value()))
                                .toList()))
                .toList();
    }

    private static List<LedgerEvent> events(ToldHistory told) {
        return List.copyOf(told.life.events());
    }

    private static StreamReader streams(ToldHistory told) {
        Map<String, List<LedgerEvent>> known = new HashMap<>(told.life.facts().streams());
        known.put(SampleMatter.M1.value(), events(told));
        return new StreamReader() {
            @Override
            public Map<String, List<LedgerEvent>> read(Set<String> streams) {
                var found = new HashMap<>(known);
                found.keySet().retainAll(streams);
                return found;
            }
        };
    }
}
