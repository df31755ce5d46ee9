package org.matterledger.launcher.documents;

import java.util.regex.Pattern;

/** What a class says about itself and its components, in the plainest reading of its comment. */
record Javadoc(String sentence, String body) {

    /** The comment that ends just before a place in a source. */
    static Javadoc before(String source, int place) {
        var start = source.lastIndexOf("/**", place);
        var end = source.indexOf("*/", start);
        var between = end < 0 ? "x" : source.substring(end + 2, place);
        if (start < 0 || !between.isBlank()) {
            return new Javadoc("", "");
        }
        var body = source.substring(start + 3, end)
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .strip();
        return new Javadoc(oneLine(body.split("(?m)^@", 2)[0]), body);
    }

    /** What is said of one component; empty where nothing is. */
    String param(String name) {
        var found = Pattern.compile("(?ms)^@param " + name + " (.*?)(?=^@|\\z)").matcher(body);
        return found.find() ? oneLine(found.group(1)) : "";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
