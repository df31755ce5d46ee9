package org.matterledger.launcher.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a letter to see later which letter goes on with it: hashes of its subject, of its people and of some of
 * its words, and no text. Traces by the same hash can be compared.
 *
 * @param subject without the marks of answers
 * @param goesOn whether it bears such a mark, and a subject besides
 * @param people all who take part, the writer included
 * @param sameLetter over date, sender, subject and content
 */
public record Trace(
        Instant at,
        String subject,
        boolean goesOn,
        @Nullable String writer,
        Set<String> people,
        String sameLetter,
        Wording wording) {

    /** What quotes a letter goes on with it for so long. */
    public static final Duration QUOTED_WITHIN = Duration.ofDays(365);

    static final Duration SAME_PEOPLE_WITHIN = Duration.ofDays(45);

    public Trace {
        people = Set.copyOf(people);
    }

    /** @param hash under a key, where the trace is kept */
    public static Trace of(Letter letter, UnaryOperator<String> hash) {
        var bare = Subjects.bare(letter.subject());
        var writer = letter.from();
        var people = new HashSet<String>();
        people(letter).forEach(person -> people.add(hash.apply(person)));
        return new Trace(
                letter.at(),
                hash.apply(bare),
                Subjects.goesOn(letter.subject()) && !bare.isEmpty(),
                writer == null ? null : hash.apply(writer.address()),
                people,
                hash.apply(letter.sameLetter()),
                letter.wording().hashed(hash));
    }

    /** Everybody of a letter. */
    static Set<String> people(Letter letter) {
        var people = new HashSet<String>();
        Stream.of(letter.to(), letter.cc(), letter.bcc())
                .flatMap(List::stream)
                .forEach(one -> people.add(one.address()));
        if (letter.from() != null) {
            people.add(letter.from().address());
        }
        return people;
    }

    /** Whether it quotes an earlier letter of its subject, or the same as that. */
    public boolean quotes(Trace earlier) {
        return wording.quotes() && within(earlier.at, at, QUOTED_WITHIN) && wording.quotes(earlier.wording);
    }

    /** Whether it looks like an answer to an earlier letter of its subject, among the same people. */
    public boolean answers(Trace earlier) {
        return goesOn
                && within(earlier.at, at, SAME_PEOPLE_WITHIN)
                && samePeople(writer, people, earlier.writer, earlier.people);
    }

    static boolean within(Instant earlier, Instant later, Duration time) {
        return earlier.plus(time).isAfter(later);
    }

    /** Each took part in the other's letter, or two did in both. */
    static boolean samePeople(
            @Nullable String writer, Set<String> people, @Nullable String otherWriter, Set<String> others) {
        var mutual = writer != null
                && otherWriter != null
                && others.contains(writer)
                && people.contains(otherWriter)
                && !writer.equals(otherWriter);
        return mutual || people.stream().filter(others::contains).limit(2).count() == 2;
    }
}
