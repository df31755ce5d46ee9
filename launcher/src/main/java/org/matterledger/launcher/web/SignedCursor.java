package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.matterledger.launcher.vault.KeyedHash;

/** Writes the place of a walk so that only the ledger can have written it, and only for the list it was written for. */
final class SignedCursor {

    private static final String SEPARATOR = "\u0000";
    private static final int LONGEST = 1000;

    private final KeyedHash hash;

    SignedCursor(KeyedHash hash) {
        this.hash = hash;
    }

    String write(String list, List<String> key) {
        var place = String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8)) + "." + seal(list, place);
    }

    /** The key that was written; nothing where this ledger didn't write the cursor for this list. */
    Optional<List<String>> read(String list, String cursor) {
        var parts = cursor.split("\\.", -1);
        if (parts.length != 2 || cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var place = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
            var genuine = MessageDigest.isEqual(
                    parts[1].getBytes(UTF_8), seal(list, place).getBytes(UTF_8));
            return genuine ? Optional.of(List.of(place.split(SEPARATOR, -1))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String seal(String list, String place) {
        return hash.of("cursor", list, place);
    }
}
