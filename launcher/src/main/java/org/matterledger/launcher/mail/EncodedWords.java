package org.matterledger.launcher.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Reads {@code =?charset?Q?…?=} in headers (RFC 2047). Neighbours in the same charset are read together, since some
 * programs cut in the middle of a character; and what is not allowed, but clear, is read as well.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([QqBb])\\?([^?]*)\\?=");

    private EncodedWords() {}

    static String decoded(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var words = WORD.matcher(text);
        var read = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        var charset = "";
        var end = 0;
        while (words.find()) {
            var between = text.substring(end, words.start());
            var goesOn = end > 0 && between.isBlank();
            if (!goesOn || !charset.equalsIgnoreCase(words.group(1))) {
                read.append(Charsets.text(bytes.toByteArray(), charset)).append(goesOn ? "" : between);
                bytes.reset();
            }
            charset = words.group(1);
            bytes.writeBytes("B".equalsIgnoreCase(words.group(2)) ? base64(words.group(3)) : quoted(words.group(3)));
            end = words.end();
        }
        return read.append(Charsets.text(bytes.toByteArray(), charset))
                .append(text, end, text.length())
                .toString();
    }

    private static byte[] base64(String text) {
        var digits = text.replaceAll("[^A-Za-z0-9+/]", "");
        return Base64.getDecoder().decode(digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits);
    }

    private static byte[] quoted(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var octet = c == '=' && i + 2 < text.length() ? octet(text, i + 1) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int octet(String text, int at) {
        var high = Character.digit(text.charAt(at), 16);
        var low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
