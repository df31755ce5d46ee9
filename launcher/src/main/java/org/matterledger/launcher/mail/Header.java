package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields at the head of a message or a part, unfolded, by name in lower case. */
final class Header {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*|[\\x00\\t]+");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]+)");
    private static final Pattern FILE =
            Pattern.compile("(?i)\\b(?:file)?name\\*?(?:0\\*?)?\\s*=\\s*(?:\"([^\"]*)\"?|([^;\\s]+))");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private final Map<String, List<byte[]>> fields = new HashMap<>();

    /** @param raw name, colon and value as they stand there */
    void add(byte[] raw) {
        var colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        var name =
                new String(raw, 0, colon, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        fields.computeIfAbsent(name, unseen -> new ArrayList<>(1))
                .add(Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), raw.length));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean hasAny(List<String> names) {
        return names.stream().anyMatch(fields::containsKey);
    }

    boolean hasAnyStartingWith(List<String> beginnings) {
        return fields.keySet().stream().anyMatch(name -> beginnings.stream().anyMatch(name::startsWith));
    }

    /** Values in the order in which they stand there: of Received the newest first. */
    List<String> all(String name) {
        var values = fields.get(name);
        return values == null ? List.of() : values.stream().map(this::text).toList();
    }

    /** The first that says anything; null where none does. */
    @Nullable
    String first(String name) {
        for (var value : fields.getOrDefault(name, List.of())) {
            var text = text(value);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /** The first in lower case, without comments and parameters; empty where there is none. */
    String word(String name) {
        var value = first(name);
        if (value == null) {
            return "";
        }
        var bare = value.indexOf('(') < 0 ? value : COMMENT.matcher(value).replaceAll(" ");
        var end = bare.indexOf(';');
        return (end < 0 ? bare : bare.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The media type in lower case; text/plain where none is named. */
    String type() {
        var type = word("content-type");
        var end = type.indexOf(' ');
        return type.contains("/") ? type.substring(0, end < 0 ? type.length() : end) : "text/plain";
    }

    /** What the content type names as charset. */
    @Nullable
    String charset() {
        return found(CHARSET, first("content-type"));
    }

    /** The name of the file that a part is. */
    @Nullable
    String file() {
        var name = found(FILE, first("content-disposition"));
        return name == null ? found(FILE, first("content-type")) : name;
    }

    /** Whether a value has bytes that stand for no text by themselves. */
    boolean rawText() {
        return fields.values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> Charsets.utf8(value).isEmpty());
    }

    /** Headers should be ASCII. What is not is UTF-8, or else in the charset of the text below. */
    private String text(byte[] value) {
        var text = Charsets.utf8(value).orElseGet(() -> Charsets.text(value, charsetBelow()));
        return text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\0') < 0
                ? text.strip()
                : FOLD.matcher(text).replaceAll(" ").strip();
    }

    private @Nullable String charsetBelow() {
        var type = fields.get("content-type");
        return type == null ? null : found(CHARSET, new String(type.getFirst(), StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String found(Pattern pattern, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var found = pattern.matcher(value);
        if (!found.find()) {
            return null;
        }
        return found.group(1) != null || found.groupCount() < 2 ? found.group(1) : found.group(2);
    }
}
