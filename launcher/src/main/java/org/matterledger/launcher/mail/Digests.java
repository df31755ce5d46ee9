package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.matterledger.launcher.mail.MimeParts.Part;
import org.matterledger.values.ContentDigest;

/**
 * What makes two copies of a letter the same, whoever exported them: date, sender, recipients, subject and the decoded
 * content. Line ends, spaces at them, empty lines at the end, an mbox's {@code >} before From, folding and all other
 * fields differ between exporters and don't count.
 */
final class Digests {

    private static final int SHORT = 32;

    private final byte[] content;
    private final List<String> head;

    /** @param head date, sender and subject */
    Digests(List<Part> parts, List<String> head) {
        var sum = sha256();
        for (var part : parts) {
            sum.update(plain(part.content()));
            sum.update((byte) 0);
        }
        this.content = sum.digest();
        this.head = head;
    }

    ContentDigest digest(List<Address> to, List<Address> cc) {
        var recipients = new TreeSet<String>();
        Stream.concat(to.stream(), cc.stream()).forEach(one -> recipients.add(one.address()));
        return new ContentDigest(over(recipients.stream().toList()));
    }

    /** Without recipients: a letter that was sent twice, or kept in two places under different ids. */
    String sameLetter() {
        return over(List.of()).substring(0, SHORT);
    }

    private String over(List<String> recipients) {
        var sum = sha256();
        for (var text : head) {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            sum.update((byte) 0);
        }
        recipients.forEach(text -> sum.update((text + "\0").getBytes(StandardCharsets.UTF_8)));
        sum.update(content);
        return HexFormat.of().formatHex(sum.digest());
    }

    static byte[] plain(byte[] content) {
        var plain = new byte[content.length];
        var length = 0;
        var lineStart = true;
        for (var i = 0; i < content.length; i++) {
            var b = content[i];
            if (b == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
                continue;
            }
            if (lineStart && b == '>') {
                i = pastQuotes(content, i);
                b = content[i];
            }
            lineStart = b == '\n';
            if (lineStart) {
                while (length > 0 && (plain[length - 1] == ' ' || plain[length - 1] == '\t')) {
                    length--;
                }
            }
            plain[length++] = b;
        }
        while (length > 0 && plain[length - 1] <= ' ' && plain[length - 1] >= 0) {
            length--;
        }
        return java.util.Arrays.copyOf(plain, length);
    }

    /** To the From that an mbox quoted; where it is none, nowhere. */
    private static int pastQuotes(byte[] content, int at) {
        var from = at;
        while (from < content.length && content[from] == '>') {
            from++;
        }
        var quoted = from + 4 < content.length
                && content[from] == 'F'
                && content[from + 1] == 'r'
                && content[from + 2] == 'o'
                && content[from + 3] == 'm'
                && content[from + 4] == ' ';
        return quoted ? from : at;
    }

    /** In hexadecimal. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
