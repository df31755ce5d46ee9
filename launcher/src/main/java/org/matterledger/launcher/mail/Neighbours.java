package org.matterledger.launcher.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places what has no date of its own between the letters beside it: after what it answers, before what answers it, and
 * else where it lies in its folder, which programs keep in the order of arrival.
 */
final class Neighbours {

    private static final Duration JUST = Duration.ofSeconds(1);

    private final List<Letter> letters;
    private final Map<String, Letter> byIdentity = new HashMap<>();
    private final Map<String, Instant> firstAnswer = new HashMap<>();
    private final Map<String, TreeMap<Instant, Letter>> zoned = new HashMap<>();

    private Neighbours(List<Letter> letters) {
        this.letters = letters;
        for (var letter : letters) {
            byIdentity.putIfAbsent(letter.identity(), letter);
            if (dated(letter)) {
                letter.references().forEach(id -> firstAnswer.merge(id, letter.at(), Neighbours::earlier));
            }
            if (letter.zone() != null && letter.from() != null) {
                zoned.computeIfAbsent(letter.from().address(), unseen -> new TreeMap<>())
                        .put(letter.at(), letter);
            }
        }
    }

    /** @param letters in the order of the mailbox */
    static List<Letter> placed(List<Letter> letters) {
        var neighbours = new Neighbours(letters);
        var inFolder = neighbours.beside(Neighbours::inOneFolder);
        var anywhere = neighbours.beside((letter, other) -> true);
        var placed = new ArrayList<Letter>(letters.size());
        for (var i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            placed.add(
                    switch (letter.dated()) {
                        case NONE -> neighbours.placed(letter, inFolder.get(i), anywhere.get(i));
                        case NEIGHBOUR -> neighbours.withSendersZone(letter);
                        case DATE_HEADER, RECEIVED, ENVELOPE -> letter;
                    });
        }
        return placed;
    }

    private Letter placed(Letter letter, @Nullable Instant inFolder, @Nullable Instant anywhere) {
        var answered = letter.references().reversed().stream()
                .map(byIdentity::get)
                .filter(parent -> parent != null && dated(parent))
                .map(Letter::at)
                .findFirst()
                .orElse(null);
        var answer = firstAnswer.get(letter.identity());
        var at = inFolder == null && answered == null && answer == null ? anywhere : inFolder;
        if (answer != null && (at == null || !at.isBefore(answer))) {
            at = answer.minus(JUST);
        }
        if (answered != null && (at == null || !at.isAfter(answered))) {
            at = answered.plus(JUST);
        }
        return at == null
                ? letter
                : letter.dated(at, DateBasis.NEIGHBOUR, said(letter, "it is dated by the letters beside it"));
    }

    /** A date without a zone is read in the one that its sender's clock had the last time, or the next. */
    private Letter withSendersZone(Letter letter) {
        var others = letter.from() == null ? null : zoned.get(letter.from().address());
        if (others == null) {
            return letter;
        }
        var nearest = Stream.of(others.floorEntry(letter.at()), others.ceilingEntry(letter.at()))
                .filter(entry -> entry != null)
                .map(Map.Entry::getValue)
                .min((one, other) -> Duration.between(letter.at(), one.at())
                        .abs()
                        .compareTo(Duration.between(letter.at(), other.at()).abs()))
                .orElseThrow();
        var zone = nearest.zone();
        return zone == null
                ? letter
                : letter.dated(
                        letter.at().minusSeconds(zone.getTotalSeconds()),
                        DateBasis.NEIGHBOUR,
                        said(letter, "its zone is that of its sender's other letters"));
    }

    /** For each letter the middle between the dated ones before and behind it, as far as they are beside it. */
    private List<@Nullable Instant> beside(BiPredicate<Letter, Letter> beside) {
        var middles = new ArrayList<@Nullable Instant>(letters.size());
        var behind = nextDated();
        Letter before = null;
        for (var i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            var next = behind.get(i);
            middles.add(
                    letter.dated() == DateBasis.NONE
                            ? middle(
                                    before != null && beside.test(letter, before) ? before.at() : null,
                                    next != null && beside.test(letter, next) ? next.at() : null)
                            : null);
            if (dated(letter)) {
                before = letter;
            }
        }
        return middles;
    }

    /** For each letter the next one that has a date. */
    private List<@Nullable Letter> nextDated() {
        var nexts = new ArrayList<@Nullable Letter>(letters.size());
        Letter next = null;
        for (var letter : letters.reversed()) {
            nexts.add(next);
            if (dated(letter)) {
                next = letter;
            }
        }
        return nexts.reversed();
    }

    /** The first message of an mbox can't be told from a single file: it has the path in common with the others. */
    private static boolean inOneFolder(Letter letter, Letter other) {
        return letter.place().path().equals(other.place().path())
                || letter.place().folder().equals(other.place().folder());
    }

    private static @Nullable Instant middle(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(Duration.between(one, other).dividedBy(2));
    }

    private static boolean dated(Letter letter) {
        return letter.dated() != DateBasis.NONE && letter.dated() != DateBasis.NEIGHBOUR;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static List<String> said(Letter letter, String remark) {
        return Stream.concat(letter.remarks().stream(), Stream.of(remark)).toList();
    }
}
