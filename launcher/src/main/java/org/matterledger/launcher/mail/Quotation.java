package org.matterledger.launcher.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what a letter says from what it quotes.
 *
 * @param own without greeting line of a quotation and without what follows a signature's dashes
 * @param quoted of all depths
 */
record Quotation(String own, String quoted) {

    private static final Pattern REST = Pattern.compile(
            "^[\\s>]*-{2,}\\s*(?:original message|forwarded (?:by|message)|ursprüngliche nachricht|originalnachricht"
                    + "|weitergeleitete nachricht|oryginalna wiadomość|wiadomość oryginalna|wiadomość przekazana"
                    + "|исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригінальне повідомлення"
                    + "|переслане повідомлення|message d'origine|mensaje original)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SENDER = Pattern.compile(
            "^[\\s>*]*(?:from|von|od|от|від|de)\\s*\\*?:\\*?\\s*\\S.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENT = Pattern.compile(
            "^[\\s>*]*(?:sent|date|gesendet|datum|wysłano|data|отправлено|дата|надіслано|envoyé|to|an|do|кому)\\s*\\*?:\\*?.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WROTE = Pattern.compile(
            "(?:wrote|writes|schrieb.{0,80}|napisał(?:a|\\(a\\))?|pisze|пишет|написала?|пише|написав(?:ла)?|a écrit)\\s*:\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_GREETING = 300;
    private static final Pattern MARKS = Pattern.compile("^[\\s>]+");

    static Quotation of(String text) {
        var lines = text.lines().toList();
        var own = new StringBuilder();
        var quoted = new StringBuilder();
        var signed = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (restIsQuoted(lines, i)) {
                lines.subList(i + 1, lines.size()).forEach(rest -> add(quoted, rest));
                break;
            }
            if (line.startsWith(">") || line.startsWith(" >")) {
                add(quoted, line);
                signed = false;
            } else if (!greetsQuotation(lines, i)) {
                signed |= line.equals("--") || line.equals("-- ") || line.startsWith("_____");
                own.append(signed ? "" : line).append('\n');
            }
        }
        return new Quotation(own.toString().strip(), quoted.toString());
    }

    private static boolean wrote(String line) {
        var bare = line.stripTrailing();
        return bare.endsWith(":")
                && bare.length() < LONGEST_GREETING
                && WROTE.matcher(bare).find();
    }

    private static void add(StringBuilder quoted, String line) {
        quoted.append(MARKS.matcher(line).replaceFirst("")).append('\n');
    }

    private static boolean restIsQuoted(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.length() > 400 || line.length() < 4) {
            return false;
        }
        return line.contains("--") && REST.matcher(line).matches()
                || line.contains(":")
                        && (SENDER.matcher(line).matches()
                                        && lines.subList(at + 1, Math.min(lines.size(), at + 4)).stream()
                                                .anyMatch(next ->
                                                        SENT.matcher(next).matches())
                                || wrote(line) && lines.stream().skip(at).noneMatch(next -> next.startsWith(">")));
    }

    /** "On Monday somebody wrote:", on one line or two, before what is quoted. */
    private static boolean greetsQuotation(List<String> lines, int at) {
        if (lines.get(at).isBlank()) {
            return false;
        }
        var end = at;
        while (end < Math.min(lines.size(), at + 3) && !wrote(lines.get(end))) {
            if (lines.get(end).isBlank() || lines.get(end).length() > 200) {
                return false;
            }
            end++;
        }
        return end < Math.min(lines.size(), at + 3)
                && lines.stream()
                        .skip(end + 1L)
                        .filter(next -> !next.isBlank())
                        .findFirst()
                        .filter(next -> next.startsWith(">"))
                        .isPresent();
    }
}
