package org.matterledger.launcher.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Associated data: what a ciphertext belongs to, so that it opens nowhere else. */
final class Binding {

    private Binding() {}

    static byte[] ofKey(String subject, String key) {
        return of("person key 1", subject, key);
    }

    static byte[] ofText(String subject, String key) {
        return of("person text 1", subject, key);
    }

    /** Each part with its length in bytes before it. */
    static byte[] of(String... parts) {
        byte[][] texts = new byte[parts.length][];
        int length = Integer.BYTES;
        for (int at = 0; at < parts.length; at++) {
            texts[at] = parts[at].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + texts[at].length;
        }
        var encoded = ByteBuffer.allocate(length).putInt(parts.length);
        for (byte[] text : texts) {
            encoded.putInt(text.length).put(text);
        }
        return encoded.array();
    }
}
