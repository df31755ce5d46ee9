package org.matterledger.launcher.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets that are shown once, and digests to know them again by. */
final class SecretText {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters that are mistaken for others when a password is read aloud. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private SecretText() {}

    /** Twenty characters in groups of five: 99 bits. */
    static String password() {
        var password = new StringBuilder();
        for (int at = 0; at < 20; at++) {
            password.append(at > 0 && at % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    static String tokenId() {
        return HexFormat.of().formatHex(bytes(8));
    }

    /** 256 bits. */
    static String tokenSecret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java knows SHA-256", impossible);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
