package org.matterledger.launcher.mail;

import java.util.LinkedHashSet;
import java.util.Set;
import org.matterledger.launcher.mail.MimeParts.Part;

/** What could not be read of a letter, or not surely: a remark each, so that nothing is lost unsaid. */
final class Oddities {

    private Oddities() {}

    static Set<String> of(MimeParts mime, PlainText.Read text, String subject) {
        var remarks = new LinkedHashSet<>(mime.remarks());
        if (subject.contains(Charsets.REPLACEMENT)) {
            remarks.add("its subject has characters that can't be read");
        }
        if (mime.header().rawText()) {
            remarks.add("its header has bytes in no named charset");
        }
        if (text.unreadable()) {
            remarks.add("its text has characters that can't be read");
        }
        if (text.files() > 0) {
            remarks.add("files stand within its text (uuencode): " + text.files());
        }
        for (var part : mime.parts()) {
            var charset = part.header().charset();
            if (charset != null && !Charsets.known(charset)) {
                remarks.add("its charset is unknown: " + charset);
            }
            if (part.type().matches("application/(?:x-)?pkcs7-mime|application/pgp-encrypted")) {
                remarks.add("a part is encrypted and is not opened");
            }
            if (tnef(part)) {
                remarks.add("a part is in Outlook's own form (TNEF) and is not opened");
            }
        }
        if (mime.parts().stream().allMatch(part -> part.content().length == 0)) {
            remarks.add("it has no text");
        }
        return remarks;
    }

    /** How many files it brings. */
    static long files(MimeParts mime, PlainText.Read text) {
        return text.files() + mime.parts().stream().filter(Part::attached).count();
    }

    private static boolean tnef(Part part) {
        return part.type().endsWith("ms-tnef")
                || "winmail.dat".equalsIgnoreCase(part.header().file());
    }
}
