package org.matterledger.launcher.mail;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Marks of a letter's words: enough to see that one quotes another, too few to tell what either says. A mark is the hash
 * of four words in a row; the smallest are kept, so that two letters that share words keep the same ones.
 */
public final class Wording {

    static final Wording NONE = new Wording(new int[0], new int[0]);

    private static final int WORDS = 4;
    private static final int SAID = 12;
    private static final int QUOTED = 48;
    private static final int ENOUGH = 3;

    private final int[] said;
    private final int[] quoted;

    private Wording(int[] said, int[] quoted) {
        this.said = said;
        this.quoted = quoted;
    }

    static Wording of(Quotation text) {
        var said = marks(text.own(), SAID);
        var quoted = marks(text.quoted(), QUOTED);
        return said.length == 0 && quoted.length == 0 ? NONE : new Wording(said, quoted);
    }

    /** As it was kept. */
    public static Wording kept(int[] said, int[] quoted) {
        return new Wording(said.clone(), quoted.clone());
    }

    /** Of what it says, to be kept. */
    public int[] said() {
        return said.clone();
    }

    /** Of what it quotes, to be kept. */
    public int[] quoted() {
        return quoted.clone();
    }

    /** The same marks by another hash, so that nobody without its key can try out words. */
    Wording hashed(UnaryOperator<String> hash) {
        return new Wording(hashed(said, hash), hashed(quoted, hash));
    }

    private static int[] hashed(int[] marks, UnaryOperator<String> hash) {
        return Arrays.stream(marks)
                .map(mark -> hash.apply(Integer.toHexString(mark)).hashCode())
                .sorted()
                .toArray();
    }

    /** Whether it quotes anything at all. */
    boolean quotes() {
        return quoted.length > 0;
    }

    /** Whether this letter quotes what the other says, or both quote the same. */
    boolean quotes(Wording other) {
        return shared(other.said) || shared(other.quoted);
    }

    private boolean shared(int[] others) {
        var count = 0;
        for (var mark : others) {
            if (Arrays.binarySearch(quoted, mark) >= 0) {
                count++;
            }
        }
        return count > 0 && count >= Math.min(ENOUGH, others.length);
    }

    private static int[] marks(String text, int most) {
        var words = words(text);
        if (words.length < WORDS) {
            return new int[0];
        }
        var marks = new int[words.length - WORDS + 1];
        for (var i = 0; i < marks.length; i++) {
            marks[i] = spread(((words[i] * 31 + words[i + 1]) * 31 + words[i + 2]) * 31 + words[i + 3]);
        }
        Arrays.sort(marks);
        return Arrays.stream(marks).distinct().limit(most).toArray();
    }

    /** The hash of each word, in lower case. */
    private static int[] words(String text) {
        var words = new int[text.length() / 2 + 1];
        var count = 0;
        var hash = 0;
        for (var i = 0; i <= text.length(); i++) {
            var c = i == text.length() ? ' ' : text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                words[count++] = hash;
                hash = 0;
            }
        }
        return Arrays.copyOf(words, count);
    }

    /** So that which marks are the smallest has nothing to do with the words. */
    private static int spread(int hash) {
        var mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
