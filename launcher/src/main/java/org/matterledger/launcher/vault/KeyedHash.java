package org.matterledger.launcher.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Ids and fingerprints that say nothing: HMAC-SHA256 under a key derived from the master key. Equal parts give equal
 * hashes on every node and after every restore, and nobody without the master key can try out guesses.
 */
public final class KeyedHash {

    /** 160 of the 256 bits: enough that no two inputs ever meet, short enough for an id. */
    private static final int BYTES = 20;

    private final PrfSet hmac;

    public KeyedHash(MasterKey master) {
        this.hmac = Ciphers.hmac(master.derived("keyed hashes"));
    }

    /**
     * The hash of some parts in their order; the first is best what kind of thing is hashed. Where one part ends and the
     * next begins counts: ("ab", "c") and ("a", "bc") differ.
     *
     * @return 40 characters of lower-case hexadecimal
     */
    public String of(String... parts) {
        return HexFormat.of().formatHex(Ciphers.compute(hmac, Binding.of(parts), BYTES));
    }

    /** The hash of a body of bytes, with the parts that name what it is. */
    public String of(byte[] body, String... parts) {
        byte[] named = Binding.of(parts);
        return HexFormat.of()
                .formatHex(Ciphers.compute(
                        hmac,
                        ByteBuffer.allocate(Integer.BYTES + named.length + body.length)
                                .putInt(-1)
                                .put(named)
                                .put(body)
                                .array(),
                        BYTES));
    }
}
