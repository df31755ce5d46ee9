package org.matterledger.launcher.notices;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;

/**
 * The mail server by which notices leave, as whoever runs the ledger named it.
 *
 * @param port 0 for the usual one of the protection
 * @param from the address that notices come from, and that refusals go back to
 * @param user absent where the server asks for nobody
 */
record MailServer(
        String host,
        int port,
        String from,
        Protection protection,
        @Nullable String user,
        @Nullable String password) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /** How what is sent is kept from those in between. */
    enum Protection {
        /** In the clear first, then encrypted; a server that offers no encryption gets nothing. */
        STARTTLS(587),
        /** Encrypted from the first byte. */
        TLS(465),
        /** Not at all: for a server on this machine. */
        NONE(25);

        private final int usualPort;

        Protection(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** @throws CannotRun when a password would cross the network for everybody to read */
    MailServer {
        if (protection == Protection.NONE && user != null && !THIS_MACHINE.contains(host)) {
            throw new CannotRun("a mail password is sent to " + host + " only with --smtp-tls starttls or tls");
        }
        if (port == 0) {
            port = protection.usualPort;
        }
    }

    /** The domain of the address that notices come from. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
