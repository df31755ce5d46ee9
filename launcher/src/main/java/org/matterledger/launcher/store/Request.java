package org.matterledger.launcher.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a command besides its message.
 *
 * @param claims streams of the caller's key and references, in the order in which they are locked
 * @param fingerprint of the request that claims them
 * @param expectedVersion the sequence that the caller believes to be the stream's last
 */
record Request(
        List<String> claims, String fingerprint, @Nullable Long expectedVersion) {

    static final Request PLAIN = new Request(List.of(), "", null);
}
