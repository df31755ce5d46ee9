package org.matterledger.command.policy;

import static org.matterledger.command.policy.PolicyRule.DELAY_IS_TOLD_IN_THE_DAYS_BEFORE;
import static org.matterledger.command.policy.PolicyRule.LATE_FACTS_ARE_SOON_FOR_A_REVIEWER;
import static org.matterledger.command.policy.PolicyRule.PARTNER_LEARNS_OF_WHAT_WAS_MISSED;
import static org.matterledger.command.policy.PolicyRule.PROMISE_LIES_WITHIN_SIGHT;
import static org.matterledger.command.policy.PolicyRule.RE_PROMISES_ARE_COUNTED;
import static org.matterledger.command.policy.PolicyRule.RUNGS_STAND_IN_ORDER;
import static org.matterledger.command.policy.PolicyRule.SILENCE_ALWAYS_HAS_A_LIMIT;
import static org.matterledger.command.policy.PolicyRule.WARNING_COMES_BEFORE_THE_DUE_TIME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.RuleMode;
import org.matterledger.values.Rung;

/** Which packs a firm can measure itself by. */
final class SoundPack {

    private static final int LONGEST_DAYS = 365;
    private static final int LATEST_WORKING_DAYS = 20;
    private static final int LONGEST_LEAD = 10;
    private static final int FARTHEST_RUNG = 30;

    private static final List<Demand> DEMANDS = List.of(
            new Demand(SILENCE_ALWAYS_HAS_A_LIMIT, SoundPack::limitsSilence),
            new Demand(
                    LATE_FACTS_ARE_SOON_FOR_A_REVIEWER, pack -> within(0, pack.lateEntryWindow(), LATEST_WORKING_DAYS)),
            new Demand(PROMISE_LIES_WITHIN_SIGHT, pack -> within(1, pack.longestPromise(), LONGEST_DAYS)),
            new Demand(RE_PROMISES_ARE_COUNTED, pack -> pack.escalatingRePromise() >= 1),
            new Demand(DELAY_IS_TOLD_IN_THE_DAYS_BEFORE, pack -> within(0, pack.noticeLead(), LONGEST_LEAD)),
            new Demand(
                    RUNGS_STAND_IN_ORDER,
                    pack -> pack.ladders().values().stream().allMatch(SoundPack::inOrder)),
            new Demand(
                    WARNING_COMES_BEFORE_THE_DUE_TIME,
                    pack -> pack.ladders().entrySet().stream().allMatch(SoundPack::warnsBefore)),
            new Demand(
                    PARTNER_LEARNS_OF_WHAT_WAS_MISSED,
                    pack -> rungs(pack, Level.PARTNER).allMatch(rung -> rung.workingDays() >= 0)));

    /** A rule, and what a pack must be for it. */
    private record Demand(PolicyRule rule, Predicate<PolicyPack> met) {}

    private SoundPack() {}

    /** The first rule that a pack breaks; empty for a sound one. */
    static Optional<PolicyRule> brokenRule(PolicyPack pack) {
        return DEMANDS.stream()
                .filter(demand -> !demand.met().test(pack))
                .map(Demand::rule)
                .findFirst();
    }

    private static boolean limitsSilence(PolicyPack pack) {
        return within(1, pack.silenceLimit(), LONGEST_DAYS) && pack.mode(ObligationKind.KEEP_INFORMED) != RuleMode.OFF;
    }

    private static boolean within(int least, int given, int most) {
        return least <= given && given <= most;
    }

    private static boolean inOrder(List<Rung> ladder) {
        return ladder.stream().map(Rung::level).distinct().count() == ladder.size()
                && ladder.stream().allMatch(rung -> within(-FARTHEST_RUNG, rung.workingDays(), FARTHEST_RUNG))
                && IntStream.range(1, ladder.size())
                        .allMatch(i ->
                                ladder.get(i - 1).workingDays() <= ladder.get(i).workingDays());
    }

    private static boolean warnsBefore(Map.Entry<ObligationKind, List<Rung>> ladder) {
        var latest = ladder.getKey() == ObligationKind.DELAY_NOTICE ? 0 : -1;
        return ladder.getValue().stream()
                .filter(rung -> rung.level() == Level.WARNING)
                .allMatch(rung -> rung.workingDays() <= latest);
    }

    private static Stream<Rung> rungs(PolicyPack pack, Level level) {
        return pack.ladders().values().stream().flatMap(List::stream).filter(rung -> rung.level() == level);
    }
}
