package org.matterledger.launcher.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a subject is without the marks that mail programs and lists put before it. */
final class Subjects {

    /** Reply and forward in the languages of our firms and of those who write to them. */
    private static final String MARK =
            "(?:re|aw|antw|antwort|odp|отв|ответ|на|відп|відповідь|sv|vs|ynt|res|rif|réf|fw|fwd|wg"
                    + "|weitergeleitet|pd|пересл|переслано|fyi|tr|rv|vb|vl|enc|i|ilt|doorst|vá|απ|πρθ|回复|回覆|答复|转发|轉寄)";

    private static final Pattern MARKS = Pattern.compile(
            "^\\s*(?:(?:\\[[^\\]]{1,40}\\]\\s*)*" + MARK
                    + "\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\*\\d+|\\^\\d+)?\\s*[:：]\\s*|\\[[^\\]]{1,40}\\]\\s*(?=\\S))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REPLY = Pattern.compile(
            "^\\s*(?:\\[[^\\]]{1,40}\\]\\s*)*" + MARK + "\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\*\\d+|\\^\\d+)?\\s*[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern FORWARDED = Pattern.compile("\\s*\\(fwd?\\)\\s*$", Pattern.CASE_INSENSITIVE);

    /** Also the one that never breaks, which French puts before a colon. */
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Subjects() {}

    /** In lower case; empty where nothing but marks was there. */
    static String bare(String subject) {
        var bare = SPACE.matcher(subject).replaceAll(" ").strip();
        for (var before = ""; !bare.equals(before); ) {
            before = bare;
            bare = MARKS.matcher(bare).replaceFirst("");
        }
        return FORWARDED.matcher(bare).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a mail program marked it as an answer, or as forwarded. */
    static boolean goesOn(String subject) {
        return REPLY.matcher(SPACE.matcher(subject).replaceAll(" ")).matches();
    }
}
