package org.matterledger.launcher.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matterledger.launcher.mail.MimeParts.Part;

/** The text of a letter as a person reads it, without files and marks. Long ones are cut: marks of them suffice. */
final class PlainText {

    /** Enough to know it again, in characters. */
    private static final int LONGEST = 64 * 1024;

    private static final Pattern UNSEEN = Pattern.compile("(?is)<(head|style|script|title)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern QUOTE = Pattern.compile("(?i)<blockquote\\b[^>]*>");
    private static final Pattern QUOTE_END = Pattern.compile("(?i)</blockquote\\s*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h\\d|hr)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");
    private static final Map<String, String> ENTITIES = Map.of(
            "nbsp", " ", "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "auml", "ä", "ouml", "ö", "uuml",
            "ü", "szlig", "ß");
    private static final Pattern UUENCODED = Pattern.compile("begin [0-7]{3,4} \\S.*");

    /** What is read of a text, and what stood in it besides. */
    record Read(String text, int files, boolean unreadable) {}

    private PlainText() {}

    static Read of(List<Part> parts) {
        var plain = joined(parts, "text/plain");
        var html = plain.isBlank() ? joined(parts, "text/html") : "";
        var text = plain.isBlank() ? ofHtml(html) : plain;
        var garbled = text.contains(Charsets.REPLACEMENT);
        return text.contains("begin ") ? withoutFiles(text, garbled) : new Read(text, 0, garbled);
    }

    private static Read withoutFiles(String text, boolean garbled) {
        var read = new StringBuilder(text.length());
        var files = 0;
        var within = false;
        for (var line : text.split("\\R", -1)) {
            if (!within && UUENCODED.matcher(line).matches()) {
                within = true;
                files++;
            }
            read.append(within ? "" : line).append('\n');
            within &= !line.stripTrailing().equals("end");
        }
        return new Read(read.toString(), files, garbled);
    }

    private static String joined(List<Part> parts, String type) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part.type().equals(type) && !part.attached() && text.length() < LONGEST) {
                text.append(Charsets.text(part.content(), part.header().charset()))
                        .append('\n');
            }
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    static String ofHtml(String html) {
        var text = UNSEEN.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        text = QUOTE.matcher(text).replaceAll("\n\u0001");
        text = QUOTE_END.matcher(text).replaceAll("\n\u0002");
        text = TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        return quoted(ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found))));
    }

    /** Quoted blocks as plain text has them. */
    private static String quoted(String text) {
        var lines = new StringBuilder(text.length());
        var depth = 0;
        for (var line : text.split("\n", -1)) {
            if (line.startsWith("\u0001")) {
                depth++;
            } else if (line.startsWith("\u0002")) {
                depth = Math.max(0, depth - 1);
            }
            var bare = line.replace("\u0001", "").replace("\u0002", "").strip();
            lines.append(depth > 0 ? "> " : "").append(bare).append('\n');
        }
        return lines.toString();
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), " ");
        }
        var code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) && code > 2 ? Character.toString(code) : " ";
    }
}
