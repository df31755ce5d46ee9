package org.matterledger.values;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** How ids of streams and entries look: a kind, a hyphen and a random or keyed part that says nothing. */
final class Identifiers {

    private static final Pattern TAIL = Pattern.compile("[0-9a-z-]{1,64}");

    private Identifiers() {}

    static String random(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    static String tail(String kind, String value) {
        return value.substring(kind.length() + 1);
    }

    static String checked(String kind, String value) {
        if (!value.startsWith(kind + "-") || !TAIL.matcher(tail(kind, value)).matches()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "“%.80s” is not the id of a %s: it begins with “%s-”", value, kind, kind));
        }
        return value;
    }
}
