package org.matterledger.launcher.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private final MasterKey master = new MasterKey(Ciphers.secret("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));
    private final KeyedHash hash = new KeyedHash(master);

    @Test
    void is_the_same_on_every_node_of_one_master_key() {
        assertThat(new KeyedHash(master).of("claim", "key", "a"))
                .isEqualTo(hash.of("claim", "key", "a"))
                .matches("[0-9a-f]{40}");
    }

    @Test
    void differs_under_another_master_key() {
        assertThat(new KeyedHash(MasterKey.random()).of("claim", "a")).isNotEqualTo(hash.of("claim", "a"));
    }

    @Test
    void knows_where_a_part_ends() {
        assertThat(hash.of("ab", "c"))
                .isNotIn(hash.of("a", "bc"), hash.of("abc"), hash.of("ab", "c", ""), hash.of("", "ab", "c"));
    }

    @Test
    void tells_a_body_from_a_part() {
        assertThat(hash.of("c".getBytes(UTF_8), "ab")).isNotEqualTo(hash.of("ab", "c"));
    }

    @Test
    void is_hmac_sha256_under_an_hkdf_key_so_that_stored_ids_stay_findable() throws Exception {
        byte[] extracted = mac(new byte[32], Ciphers.bytes(master.secret()));
        byte[] derived = mac(extracted, "matter-ledger/1/keyed hashes\u0001".getBytes(UTF_8));
        byte[] expected = mac(derived, new byte[] {0, 0, 0, 1, 0, 0, 0, 2, 'h', 'i'});
        assertThat(hash.of("hi")).isEqualTo(HexFormat.of().formatHex(expected, 0, 20));
    }

    private static byte[] mac(byte[] key, byte[] input) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }
}
