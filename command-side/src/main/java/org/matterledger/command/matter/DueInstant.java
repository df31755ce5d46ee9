package org.matterledger.command.matter;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;

/**
 * An instant at which the clock alone moves a duty.
 *
 * @param what {@code DUE}, or the level of the ladder that learns then
 */
record DueInstant(String what, Instant at) {

    static final String DUE = "DUE";

    /** All of a duty's; a level that has two steps learns at the first. */
    static List<DueInstant> of(Instant due, List<LadderStep> ladder) {
        Map<Level, Instant> first = new EnumMap<>(Level.class);
        ladder.forEach(step -> first.merge(step.level(), step.at(), DueInstant::earlier));
        return Stream.concat(
                        Stream.of(new DueInstant(DUE, due)),
                        first.entrySet().stream().map(step -> new DueInstant(what(step.getKey()), step.getValue())))
                .toList();
    }

    static String what(Level level) {
        return level.name();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
