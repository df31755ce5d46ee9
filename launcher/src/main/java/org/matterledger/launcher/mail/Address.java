package org.matterledger.launcher.mail;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's mail address.
 *
 * @param address in lower case; what stood there instead if it is none
 * @param name as the writer gave it
 */
public record Address(String address, @Nullable String name) {

    /** What stands behind the at sign; empty where there is none. */
    public String domain() {
        var at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }
}
