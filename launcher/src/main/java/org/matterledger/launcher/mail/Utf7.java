package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The seven-bit form of Unicode that Java has no charset for: RFC 2152, and for IMAP's folder names RFC 3501, 5.1.3. */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");
    private static final Pattern SHIFTED_OF_IMAP = Pattern.compile("&([A-Za-z0-9+,]*)-");

    private Utf7() {}

    static String text(byte[] bytes) {
        return decoded(new String(bytes, StandardCharsets.ISO_8859_1), SHIFTED, "+");
    }

    static String ofImap(String folder) {
        return decoded(folder, SHIFTED_OF_IMAP, "&");
    }

    private static String decoded(String text, Pattern shifted, String sign) {
        return shifted.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1).isEmpty() ? sign : units(found.group(1).replace(',', '/'))));
    }

    private static String units(String base64) {
        var bits = base64.length() * 6 / 16 * 16;
        var whole = base64.substring(0, Math.min(base64.length(), (bits + 5) / 6));
        var padded = whole + "A".repeat((4 - whole.length() % 4) % 4);
        var bytes = Base64.getDecoder().decode(padded);
        return new String(bytes, 0, bits / 8, StandardCharsets.UTF_16BE);
    }
}
