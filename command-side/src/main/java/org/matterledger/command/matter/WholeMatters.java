package org.matterledger.command.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.matterledger.command.MatterHistories;
import org.matterledger.command.StreamReader;
import org.matterledger.values.MatterId;

/** Tells matters from their streams, some at a time: what that costs grows with what was said in them. */
final class WholeMatters implements MatterHistories {

    private static final int TOGETHER = 50;

    private final StreamReader streams;

    WholeMatters(StreamReader streams) {
        this.streams = streams;
    }

    @Override
    public List<History> recorded(Collection<MatterId> matters, Instant until) {
        return told(matters, until, WholeMatter::recorded);
    }

    @Override
    public List<History> assuming(Assumption terms, Collection<MatterId> matters, Instant until) {
        return told(matters, until, (state, yardsticks) -> WholeMatter.reckoned(state, yardsticks, terms, until));
    }

    private List<History> told(
            Collection<MatterId> matters, Instant until, BiFunction<MatterState, Yardsticks, WholeMatter> telling) {
        var asked = matters.stream().distinct().toList();
        var told = new ArrayList<History>();
        for (var from = 0; from < asked.size(); from += TOGETHER) {
            var states = read(asked.subList(from, Math.min(asked.size(), from + TOGETHER)));
            var facts = facts(states.values());
            states.values()
                    .forEach(state -> told.add(
                            telling.apply(state, facts.yardsticks()).until(until, facts.nameOf(state.matter()))));
        }
        return told;
    }

    private SequencedMap<MatterId, MatterState> read(List<MatterId> matters) {
        var read = streams.readThrough(matters.stream().map(MatterId::value).collect(Collectors.toSet()));
        var states = new LinkedHashMap<MatterId, MatterState>();
        for (var matter : matters) {
            var state = WholeMatter.read(read.getOrDefault(matter.value(), List.of()));
            if (state.opened() != null) {
                states.put(matter, state);
            }
        }
        return states;
    }

    /** Their clients, and the calendars and policies that any of them reckons by. */
    private Facts facts(Collection<MatterState> states) {
        var named = new HashSet<String>();
        states.forEach(state -> {
            named.add(state.matter().clientId().value());
            state.terms().periods().forEach(period -> {
                named.add(period.calendar().value());
                if (period.policy() != null) {
                    named.add(period.policy().value());
                }
            });
        });
        return new Facts(streams.read(named), List::of, any -> false);
    }
}
