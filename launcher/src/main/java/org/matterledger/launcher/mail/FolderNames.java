package org.matterledger.launcher.mail;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names of folders and files say: drafts, a Maildir's flags and times, and what is no mail at all. */
final class FolderNames {

    /** As mail programs call it in the languages that our firms work in. */
    private static final Set<String> DRAFTS = Set.of(
            "draft",
            "drafts",
            "entwurf",
            "entwürfe",
            "szkice",
            "wersje robocze",
            "kopie robocze",
            "robocze",
            "черновик",
            "черновики",
            "чернетка",
            "чернетки",
            "brouillons",
            "borradores",
            "bozze",
            "concepten");

    private static final Pattern MAILDIR_FILE = Pattern.compile("(\\d{8,10})\\..*");
    private static final Pattern FLAGS = Pattern.compile(".*[:;!]2,([A-Za-z]*)");
    private static final Pattern BESIDES_MAIL = Pattern.compile(
            "(?i)__macosx/.*|(?:.*/)?(?:\\.[^/]*|dovecot[^/]*|courier[^/]*|maildirfolder|maildirsize|subscriptions|[^/]*\\.msf"
                    + "|thumbs\\.db|desktop\\.ini)");
    private static final Pattern UNFINISHED = Pattern.compile("((?:.*/)?)tmp/[^/]*");
    private static final Pattern NUMBER = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private FolderNames() {}

    /** Indexes of mail programs and the like: nobody misses them. */
    static boolean besidesMail(String path) {
        return BESIDES_MAIL.matcher(path).matches();
    }

    /** The folder, with a slash, in which this file is still being written, if that is a Maildir; else empty. */
    static Optional<String> unfinishedIn(String path) {
        var unfinished = UNFINISHED.matcher(path);
        return unfinished.matches() ? Optional.of(unfinished.group(1)) : Optional.empty();
    }

    /** Of a message in a file of its own: by its flags, or the folders that it lies in; its own name says nothing. */
    static boolean draft(String path) {
        var flags = FLAGS.matcher(path);
        return maildir(path) && flags.matches() && flags.group(1).contains("D")
                || drafts(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** Of a folder, or of an mbox, which is one. */
    static boolean drafts(String path) {
        return Arrays.stream(path.split("/"))
                .flatMap(folder -> Arrays.stream(folder.split("\\.")))
                .map(folder -> Normalizer.normalize(Utf7.ofImap(folder), Normalizer.Form.NFC))
                .map(folder -> folder.strip().toLowerCase(Locale.ROOT))
                .anyMatch(DRAFTS::contains);
    }

    /** When a Maildir's file was delivered. */
    static @Nullable Instant delivered(String path) {
        var name = MAILDIR_FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        return maildir(path) && name.matches() ? Instant.ofEpochSecond(Long.parseLong(name.group(1))) : null;
    }

    /** Whether it must be a message, by where it lies. */
    static boolean maildir(String path) {
        return path.matches("(?:.*/)?(?:cur|new)/[^/]+");
    }

    /** What whoever reads a Maildir is told to pass over: file servers and programs put notes of their own there. */
    static boolean hiddenInMaildir(String path) {
        return path.matches("(?:.*/)?(?:cur|new)/\\.[^/]*");
    }

    /** As a person counts: 2 before 10. */
    static Comparator<String> asCounted() {
        return (one, other) -> {
            var ones = NUMBER.split(one);
            var others = NUMBER.split(other);
            for (var i = 0; i < Math.min(ones.length, others.length); i++) {
                var order = compared(ones[i], others[i]);
                if (order != 0) {
                    return order;
                }
            }
            var order = Integer.compare(ones.length, others.length);
            return order == 0 ? one.compareTo(other) : order;
        };
    }

    private static int compared(String one, String other) {
        if (!number(one) || !number(other)) {
            return one.compareTo(other);
        }
        var left = one.replaceFirst("^0+", "");
        var right = other.replaceFirst("^0+", "");
        return left.length() == right.length() ? left.compareTo(right) : Integer.compare(left.length(), right.length());
    }

    private static boolean number(String piece) {
        return !piece.isEmpty() && piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }
}
