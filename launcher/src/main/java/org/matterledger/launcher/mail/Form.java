package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file is, by how it begins. */
enum Form {
    EMPTY,
    ZIP,
    MBOX,
    MESSAGE,
    OTHER;

    /** So much of a file is looked at. */
    static final int HEAD = 16 * 1024;

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:.*", Pattern.DOTALL);
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "(?:from|to|cc|bcc|subject|date|sender|reply-to|message-id|received|return-path|delivered-to|in-reply-to"
                    + "|references|mime-version|content-type|content-transfer-encoding|x-[!-9;-~]+)[ \\t]*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ENVELOPE = Pattern.compile(
            "From \\S*\\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                    + "\\s+\\d{1,2}\\s+\\d\\d:\\d\\d(?::\\d\\d)?(?:\\s+\\S+)?\\s+\\d{4}(?:\\s+\\S+)?");
    private static final int LINES = 400;

    static Form of(byte[] head) {
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 8 && head[3] < 9) {
            return ZIP;
        }
        var text = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s+", "");
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        if (Lines.endAsOnOldMacs(head)) {
            text = text.replace('\r', '\n');
        }
        if (text.isBlank()) {
            return head.length < HEAD ? EMPTY : OTHER;
        }
        var envelope = text.startsWith("From ") || text.startsWith(">From ");
        if (envelope) {
            var line = text.indexOf('\n') < 0 ? text : text.substring(0, text.indexOf('\n'));
            return envelope(line.strip()) || hasHeader(text.substring(text.indexOf('\n') + 1)) ? MBOX : OTHER;
        }
        return hasHeader(text) ? MESSAGE : OTHER;
    }

    /** Whether a line can be nothing but what parts an mbox: sender, day and time in the one order that there is. */
    static boolean envelope(String line) {
        return ENVELOPE.matcher(line).matches();
    }

    /** A line as a header's field has them. */
    static boolean field(String line) {
        return FIELD.matcher(line).matches();
    }

    /** A field that only mail has. */
    static boolean mailField(String line) {
        return MAIL_FIELD.matcher(line).matches();
    }

    private static boolean hasHeader(String text) {
        if (text.indexOf('\0') >= 0 && text.indexOf('\0') < text.indexOf('\n')) {
            return false;
        }
        var lines = text.lines().limit(LINES).takeWhile(line -> !line.isEmpty()).toList();
        return !lines.isEmpty()
                && field(lines.getFirst())
                && lines.stream().anyMatch(Form::mailField)
                && lines.stream().filter(line -> !belongsToHeader(line)).count() * 4 <= lines.size();
    }

    private static boolean belongsToHeader(String line) {
        return line.startsWith(" ") || line.startsWith("\t") || line.startsWith(">From ") || field(line);
    }
}
