package org.matterledger.launcher.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words, and a few words in a row, that are looked for in a text. */
final class Phrases {

    private final Set<String> words;
    private final List<String> rows;

    private Phrases(Set<String> words, List<String> rows) {
        this.words = words;
        this.rows = rows;
    }

    /** @param phrases in lower case, with bars between them */
    static Phrases of(String phrases) {
        var parted = Arrays.stream(phrases.split("\\|"))
                .collect(Collectors.partitioningBy(phrase -> phrase.contains(" "), Collectors.toSet()));
        return new Phrases(
                Set.copyOf(parted.getOrDefault(false, Set.of())),
                parted.getOrDefault(true, Set.of()).stream()
                        .map(row -> " " + row + " ")
                        .toList());
    }

    /** Those of a text, in lower case. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var said = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        var start = -1;
        for (var i = 0; i <= said.length(); i++) {
            var inWord = i < said.length() && (Character.isLetterOrDigit(said.charAt(i)) || said.charAt(i) == '\'');
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(said.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    boolean occurIn(List<String> said) {
        if (said.stream().anyMatch(words::contains)) {
            return true;
        }
        var row = " " + String.join(" ", said) + " ";
        return rows.stream().anyMatch(row::contains);
    }
}
