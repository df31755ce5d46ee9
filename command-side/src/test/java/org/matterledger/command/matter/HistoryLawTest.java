package org.matterledger.command.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.Deed.Step;

/**
 * The law of the reckoning: step by step and all at once agree, in every order in which facts arrive, with a model that was
 * written apart. A failure names its seed and the shortest history that was found for it.
 */
class HistoryLawTest {

    private static final boolean SOAK = Boolean.getBoolean("ledger.soak");
    private static final int HISTORIES = Integer.getInteger("ledger.histories", SOAK ? 400_000 : 10_000);
    private static final long FIRST = Long.getLong("ledger.seed", 1);

    @Test
    void short_histories_agree_however_they_are_told() {
        for (var seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            check(seed, 3 + (int) (seed % 14), Duration.ofDays(6), 6);
        }
    }

    @Test
    void long_histories_agree_though_the_matter_forgets() {
        for (var seed = FIRST; seed < FIRST + HISTORIES / 100; seed++) {
            check(-seed, 60 + (int) (seed % 60), Duration.ofDays(4), 3);
        }
    }

    /** Throws a history, told at once and in order, and tells it again, late and out of order, with time passing. */
    private static void check(long seed, int count, Duration longestPause, int farTooLate) {
        var dice = new HistoryDice(seed);
        var told = dice.begun();
        var steps = dice.throwDeeds(told, count, longestPause);
        told.life.at(end(steps, dice.opened)).passes();
        if (!difference(told, "").isEmpty()) {
            check(seed, dice, steps, 19);
        }
        check(seed, dice, dice.delayed(steps, farTooLate), dice.number(20));
    }

    /** @param sweeps how often time passes by itself: 19 never, 0 at every step, else sometimes; with it all is compared */
    private static void check(long seed, HistoryDice dice, List<Step> steps, int sweeps) {
        var failure = failure(dice, steps, sweeps);
        if (failure.isEmpty()) {
            return;
        }
        var shortest = shortest(steps, fewer -> !failure(dice, fewer, sweeps).isEmpty());
        var story = new StringBuilder("seed " + seed + ", opened " + dice.opened + ", last contact " + dice.lastContact
                + ", sweeps " + sweeps + "\n" + dice.office + "\n" + dice.policy + "\n");
        shortest.forEach(step -> story.append(step).append('\n'));

        throw new AssertionError(failure(dice, shortest, sweeps) + "\n" + story);
    }

    private static List<Step> shortest(List<Step> steps, Predicate<List<Step>> fails) {
        var shortest = steps;
        for (var i = 0; i < shortest.size(); ) {
            var fewer = new ArrayList<>(shortest);
            fewer.remove(i);
            if (fails.test(fewer)) {
                shortest = fewer;
            } else {
                i++;
            }
        }
        return shortest;
    }

    private static String failure(HistoryDice dice, List<Step> steps, int sweeps) {
        try {
            var told = dice.begun();
            var i = 0;
            for (var step : steps) {
                i++;
                if (sweeps == 0 || sweeps < 19 && i % (sweeps % 4 + 1) == 0) {
                    told.life.at(step.told()).passes();
                }
                told.tell(step);
                if (sweeps == 0) {
                    var difference = difference(told, "after " + step);
                    if (!difference.isEmpty()) {
                        return difference;
                    }
                }
            }
            told.life.at(end(steps, dice.opened)).passes();
            return difference(told, "at the end");
        } catch (RuntimeException e) {
            return e + "\n" + Arrays.stream(e.getStackTrace()).limit(12).toList();
        }
    }

    private static Instant end(List<Step> steps, Instant opened) {
        return (steps.isEmpty() ? opened : steps.getLast().told()).plus(Duration.ofDays(steps.size() * 7L % 23));
    }

    private static String difference(ToldHistory told, String when) {
        var life = told.life;
        var expected = told.expected();
        var whole = told.wholeState();
        var recorded = told.said(whole.duties().owed());
        if (!recorded.equals(expected)) {
            return when + ", now " + life.now().instant() + ": the record differs from the model\n"
                    + differing(recorded, expected);
        }
        var atOnce = told.said(List.copyOf(Reckoning.of(
                        SampleMatter.M1,
                        whole.matter().responsible(),
                        whole.terms(),
                        life.facts().yardsticks(),
                        whole.duties().happenings(),
                        List.of(),
                        Instant.MIN,
                        life.now().instant())
                .values()));
        if (!atOnce.equals(expected)) {
            return when + ": all at once differs from the model\n" + differing(atOnce, expected);
        }
        for (var kept : life.state().duties().owed()) {
            var remembered = whole.duties().find(kept.id());
            if (remembered == null || !kept.unclimbed().equals(remembered.unclimbed())) {
                return when + ": the tidied memory differs, " + kept.breachedAt() + " " + kept.ending() + "\n" + kept
                        + "\n" + remembered;
            }
        }
        var open = whole.duties().owed().stream()
                .filter(owe -> owe.open() && life.state().duties().find(owe.id()) == null)
                .toList();
        if (!open.isEmpty()) {
            return when + ": the tidied memory forgot " + open;
        }
        var before = life.events().size();
        life.passes();
        if (life.events().size() != before) {
            return when + ": time passed twice at one instant records "
                    + life.events().subList(before, life.events().size());
        }
        return "";
    }

    private static String differing(List<String> recorded, List<String> expected) {
        var mine = new ArrayList<>(recorded);
        expected.forEach(mine::remove);
        var models = new ArrayList<>(expected);
        recorded.forEach(models::remove);
        return "  engine: " + String.join("\n          ", mine) + "\n  model:  " + String.join("\n          ", models);
    }
}
