package org.matterledger.launcher.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.ConfigurationV0;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.prf.HkdfPrfKey;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** The algorithms that the vault uses, from Tink: AES-256-GCM, AES-SIV, HMAC-SHA256, HKDF-SHA256. */
final class Ciphers {

    /** Length of every key but those of persons, in bytes. */
    static final int KEY_BYTES = 32;

    /** Length of a person's key in bytes: AES-SIV takes two keys of 256 bits. */
    static final int PERSON_KEY_BYTES = 64;

    static {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink's algorithms are not to be had on this machine", impossible);
        }
    }

    private Ciphers() {}

    /** Seals with a random nonce of 12 bytes before and a tag of 16 bytes behind the sealed text. */
    @AccessesPartialKey
    static Aead aead(SecretBytes key) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            return primitive(
                    AesGcmKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(key)
                            .build(),
                    Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not to be had on this machine", impossible);
        }
    }

    /** Seals the same text under the same key to the same bytes: a synthetic nonce of 16 bytes, then the sealed text. */
    @AccessesPartialKey
    static DeterministicAead deterministic(SecretBytes key) {
        try {
            var parameters = AesSivParameters.builder()
                    .setKeySizeBytes(PERSON_KEY_BYTES)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX)
                    .build();
            return primitive(
                    AesSivKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(key)
                            .build(),
                    DeterministicAead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-SIV is not to be had on this machine", impossible);
        }
    }

    @AccessesPartialKey
    static PrfSet hmac(SecretBytes key) {
        try {
            var parameters = HmacPrfParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
            return primitive(
                    HmacPrfKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(key)
                            .build(),
                    PrfSet.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not to be had on this machine", impossible);
        }
    }

    @AccessesPartialKey
    static PrfSet hkdf(SecretBytes key) {
        try {
            var parameters = HkdfPrfParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setHashType(HkdfPrfParameters.HashType.SHA256)
                    .build();
            return primitive(
                    HkdfPrfKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(key)
                            .build(),
                    PrfSet.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 is not to be had on this machine", impossible);
        }
    }

    /** The bytes of {@code length} that a key yields for an input. */
    static byte[] compute(PrfSet prf, byte[] input, int length) {
        try {
            return prf.computePrimary(input, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The keyed hash failed", impossible);
        }
    }

    static SecretBytes secret(byte[] bytes) {
        return SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
    }

    static byte[] bytes(SecretBytes secret) {
        return secret.toByteArray(InsecureSecretKeyAccess.get());
    }

    private static <P> P primitive(Key key, Class<P> primitive) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(ConfigurationV0.get(), primitive);
    }
}
