package org.matterledger.launcher.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which letters belong to one exchange: by the ids that they refer to, those of missing letters included; and
 * where they refer to none, by the subject together with words that one quotes of the other, or with the same people.
 * A common subject alone joins nothing: every client has an invoice.
 */
final class Threads {

    /** So far back a letter is compared with others of its subject. */
    private static final int COMPARED = 200;

    private final Map<String, String> joined = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private final Map<String, Letter> first = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final EarlierLetters earlier;

    /** @param letters in the order of time */
    Threads(List<Letter> letters, EarlierLetters earlier) {
        this.earlier = earlier;
        goOn(letters);
        for (var letter : letters) {
            var line = Stream.concat(letter.references().stream(), Stream.of(letter.identity()))
                    .toList();
            for (var i = 1; i < line.size(); i++) {
                join(line.get(i - 1), line.get(i));
                answers(line.get(i), line.get(i - 1), i == line.size() - 1);
            }
        }
        bySubject(letters);
        letters.forEach(letter -> first.putIfAbsent(root(letter.identity()), letter));
    }

    /** What the first letter of the exchange goes back to, be it here or missing. */
    String of(Letter letter) {
        var root = first.getOrDefault(root(letter.identity()), letter).identity();
        for (var above = answered.get(root); above != null; above = answered.get(root)) {
            root = above;
        }
        return root;
    }

    /** What earlier letters bear or refer to stays in the thread that it has there. */
    private void goOn(List<Letter> letters) {
        var ids = letters.stream()
                .flatMap(letter -> Stream.concat(letter.references().stream(), Stream.of(letter.identity())))
                .collect(Collectors.toSet());
        earlier.threads(ids).forEach((id, thread) -> {
            known.add(id);
            if (!id.equals(thread)) {
                join(thread, id);
                answers(id, thread, true);
            }
        });
    }

    private void bySubject(List<Letter> letters) {
        var bySubject = new HashMap<String, List<Letter>>();
        var same = new HashMap<String, Letter>();
        for (var letter : letters) {
            var copied = same.putIfAbsent(letter.sameLetter(), letter);
            var bare = Subjects.bare(letter.subject());
            var others = bySubject.computeIfAbsent(bare, unseen -> new ArrayList<>());
            if (copied != null) {
                join(copied.identity(), letter.identity());
            } else if (letter.references().isEmpty()) {
                goesBackTo(letter, others.subList(Math.max(0, others.size() - COMPARED), others.size()))
                        .ifPresentOrElse(
                                other -> join(other.identity(), letter.identity()), () -> goOnWithoutIds(letter));
            }
            others.add(letter);
        }
    }

    private void goOnWithoutIds(Letter letter) {
        if (!known.contains(letter.identity())) {
            earlier.goneBackTo(letter)
                    .filter(thread -> !thread.equals(letter.identity()))
                    .ifPresent(thread -> {
                        join(thread, letter.identity());
                        answers(letter.identity(), thread, true);
                    });
        }
    }

    /** The newest that it quotes; else, of an answer, the newest among the same people. */
    private static Optional<Letter> goesBackTo(Letter letter, List<Letter> others) {
        var newestFirst = others.reversed();
        if (letter.wording().quotes()) {
            var quoted = newestFirst.stream()
                    .filter(other -> Trace.within(other.at(), letter.at(), Trace.QUOTED_WITHIN))
                    .filter(other -> letter.wording().quotes(other.wording()))
                    .findFirst();
            if (quoted.isPresent()) {
                return quoted;
            }
        }
        var answer = Subjects.goesOn(letter.subject())
                && !Subjects.bare(letter.subject()).isEmpty();
        return answer
                ? newestFirst.stream()
                        .filter(other -> Trace.within(other.at(), letter.at(), Trace.SAME_PEOPLE_WITHIN))
                        .filter(other -> samePeople(letter, other))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean samePeople(Letter letter, Letter other) {
        return Trace.samePeople(writer(letter), Trace.people(letter), writer(other), Trace.people(other));
    }

    private static @Nullable String writer(Letter letter) {
        return letter.from() == null ? null : letter.from().address();
    }

    /** What a letter itself says holds against what others conclude; rings are not made. */
    private void answers(String id, String parent, boolean itsOwnWord) {
        if (!itsOwnWord && answered.containsKey(id)) {
            return;
        }
        var seen = new HashSet<String>();
        for (String next = parent; next != null && seen.add(next); next = answered.get(next)) {
            if (next.equals(id)) {
                return;
            }
        }
        answered.put(id, parent);
    }

    private void join(String one, String other) {
        var root = root(one);
        var otherRoot = root(other);
        if (!root.equals(otherRoot)) {
            joined.put(otherRoot, root);
        }
    }

    private String root(String id) {
        var root = id;
        for (String next = joined.get(root); next != null; next = joined.get(root)) {
            root = next;
        }
        for (String next = id; !next.equals(root); ) {
            var above = joined.put(next, root);
            next = above == null ? root : above;
        }
        return root;
    }
}
