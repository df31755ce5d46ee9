package org.matterledger.launcher.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts answers behind what they answer where two clocks disagree. By the server's note of receipt if there is one; else
 * right behind it. Where they are more than a day apart, nobody can say which is wrong, and both stay.
 */
final class Answers {

    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final Map<String, Letter> letters = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    private final Map<String, Instant> earlier;

    private Answers(List<Letter> all, EarlierLetters before) {
        all.forEach(letter -> letters.putIfAbsent(letter.identity(), letter));
        earlier = before.writtenAt(all.stream()
                .filter(letter -> !letter.references().isEmpty())
                .map(letter -> letter.references().getLast())
                .filter(id -> !letters.containsKey(id))
                .collect(Collectors.toSet()));
    }

    static List<Letter> afterWhatTheyAnswer(List<Letter> all, EarlierLetters before) {
        var answers = new Answers(all, before);
        return all.stream()
                .map(letter -> letter.references().isEmpty() ? letter : answers.placed(letter))
                .toList();
    }

    /** What it answers is placed first, and before that what that answers. */
    private Letter placed(Letter letter) {
        var first = letters.get(letter.identity());
        if (first != null && !first.place().equals(letter.place())) {
            return after(letter, answeredAt(letter));
        }
        var line = new ArrayDeque<Letter>();
        for (Letter next = letter; next != null && done.add(next.identity()); next = answered(next)) {
            line.push(next);
        }
        for (var next : line) {
            letters.put(next.identity(), after(next, answeredAt(next)));
        }
        return letters.getOrDefault(letter.identity(), letter);
    }

    private @Nullable Letter answered(Letter letter) {
        return letter.references().isEmpty()
                ? null
                : letters.get(letter.references().getLast());
    }

    private @Nullable Instant answeredAt(Letter letter) {
        var answered = answered(letter);
        if (answered != null) {
            return answered.dated() == DateBasis.NONE ? null : answered.at();
        }
        return letter.references().isEmpty()
                ? null
                : earlier.get(letter.references().getLast());
    }

    private static Letter after(Letter letter, @Nullable Instant answered) {
        if (answered == null || letter.dated() == DateBasis.NONE || !letter.at().isBefore(answered)) {
            return letter;
        }
        var early = Neighbours.said(letter, "it is dated before the letter that it answers");
        if (letter.received() != null && letter.received().isAfter(answered)) {
            return letter.dated(letter.received(), DateBasis.RECEIVED, early);
        }
        var apart = Duration.between(letter.at(), answered);
        return apart.compareTo(CLOCKS_APART) > 0
                ? letter.dated(letter.at(), letter.dated(), early)
                : letter.dated(answered.plusSeconds(1), DateBasis.NEIGHBOUR, early);
    }
}
