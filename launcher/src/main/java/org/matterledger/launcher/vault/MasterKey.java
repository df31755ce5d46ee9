package org.matterledger.launcher.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The key above all keys: 256 random bits in a file of the home, never in the database. It seals nothing itself; every
 * use has a key of its own, derived with HKDF-SHA256 under a label.
 */
public final class MasterKey {

    private final SecretBytes secret;
    private final PrfSet derivation;

    MasterKey(SecretBytes secret) {
        if (secret.size() != Ciphers.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A master key has " + Ciphers.KEY_BYTES + " bytes, not " + secret.size());
        }
        this.secret = secret;
        this.derivation = Ciphers.hkdf(secret);
    }

    /** A new random key, kept in no file yet. */
    public static MasterKey random() {
        return new MasterKey(SecretBytes.randomBytes(Ciphers.KEY_BYTES));
    }

    SecretBytes secret() {
        return secret;
    }

    /** The key of one use; different labels give unrelated keys. */
    SecretBytes derived(String label) {
        return Ciphers.secret(derive(label));
    }

    /** Wraps and unwraps the keys of persons. */
    Aead wrapping() {
        return Ciphers.aead(derived("wrap person keys"));
    }

    /** Tells master keys apart without saying anything about them: stored in the database, compared at start. */
    String checkValue() {
        return HexFormat.of().formatHex(derive("check value"), 0, 16);
    }

    private byte[] derive(String label) {
        return Ciphers.compute(
                derivation, ("matter-ledger/1/" + label).getBytes(StandardCharsets.UTF_8), Ciphers.KEY_BYTES);
    }

    @Override
    public String toString() {
        return "master key " + checkValue();
    }
}
