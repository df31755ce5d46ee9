package org.matterledger.launcher.livingmail;

import java.util.Set;
import org.matterledger.launcher.home.CannotRun;

/**
 * A mailbox on an IMAP server.
 *
 * @param port 0 for the usual one of the protection
 */
public record ImapAccount(String host, int port, String user, String password, String folder, Protection protection) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /** How letters are kept from those in between. */
    public enum Protection {
        /** Encrypted from the first byte. */
        TLS(993),
        /** In the clear first, then encrypted; a server that offers no encryption is not signed in to. */
        STARTTLS(143),
        /** Not at all: for a server on this machine. */
        NONE(143);

        private final int usualPort;

        Protection(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** @throws CannotRun when letters and password would cross the network for everybody to read */
    public ImapAccount {
        if (protection == Protection.NONE && !THIS_MACHINE.contains(host)) {
            throw new CannotRun("mail is read from " + host + " only with --imap-tls tls or starttls");
        }
        if (port == 0) {
            port = protection.usualPort;
        }
    }

    @Override
    public String toString() {
        return "ImapAccount[" + host + ":" + port + "/" + folder + "]";
    }
}
