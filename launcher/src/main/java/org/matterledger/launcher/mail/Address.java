package org.matterledger.launcher.mail;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's mail address.
 *
 * @param address in lower case; what stood there instead if it is none
 * @param name as the writer gave it
 */
public record Address(String address, @Nullable String name) {

    /** What stands behind the at sign, as people read it; empty where there is none. */
    public String domain() {
        var at = address.lastIndexOf('@');
        return at < 0 ? "" : readable(address.substring(at + 1));
    }

    /** A domain in its own letters, which programs put into others for old machines: {@code xn--mnchen-3ya.example}. */
    public static String readable(String domain) {
        return domain.contains("xn--") ? IDN.toUnicode(domain).toLowerCase(Locale.ROOT) : domain;
    }
}
