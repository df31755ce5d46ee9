package org.matterledger.launcher.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.util.CharsetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes as well as can be: by the named charset, which letters often name wrongly or not at all. Without
 * one it is UTF-8 if it can be, else Windows-1252, in which every byte is something. What can't be read is a
 * replacement character, so that nobody takes it for the text.
 */
final class Charsets {

    static final String REPLACEMENT = "\ufffd";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Charsets() {}

    /** @param label as the letter names it; null where it names none */
    static String text(byte[] bytes, @Nullable String label) {
        var name = label == null ? "" : label.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']|[\"']$", "");
        if (ascii(bytes) && !name.startsWith("utf-7") && !name.startsWith("unicode-1-1-utf-7") && !shifting(name)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (name.startsWith("utf-7") || name.startsWith("unicode-1-1-utf-7")) {
            return Utf7.text(bytes);
        }
        return named(name)
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> utf8(bytes).orElseGet(() -> new String(bytes, WINDOWS)));
    }

    /** Whether the label names a charset that can be read. */
    static boolean known(String label) {
        var name = label.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("utf-7") || name.startsWith("unicode-1-1-utf-7") || CharsetUtil.lookup(name) != null;
    }

    /** As UTF-8, if all of it is. */
    static Optional<String> utf8(byte[] bytes) {
        if (ascii(bytes)) {
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** ISO 8859-1 and ASCII are Windows-1252 in practice: nobody writes control characters. */
    private static Optional<Charset> named(String name) {
        if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii") || name.equals("x-unknown")) {
            return Optional.empty();
        }
        var charset = CharsetUtil.lookup(name);
        return Optional.ofNullable(StandardCharsets.ISO_8859_1.equals(charset) ? WINDOWS : charset);
    }

    private static boolean shifting(String name) {
        return name.startsWith("iso-2022")
                || name.startsWith("hz")
                || name.startsWith("utf-16")
                || name.startsWith("utf-32");
    }

    private static boolean ascii(byte[] bytes) {
        for (var b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
