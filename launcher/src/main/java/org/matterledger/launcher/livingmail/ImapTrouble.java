package org.matterledger.launcher.livingmail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in one line why a mailbox on an IMAP server can't be read, so that whoever runs the ledger knows what to do. */
final class ImapTrouble {

    private ImapTrouble() {}

    static String inOneLine(ImapAccount account, Exception trouble) {
        var where = account.host() + ":" + account.port();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            var known = known(account, where, cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return "the IMAP server at " + where + " can't be used: "
                + String.valueOf(trouble.getMessage()).lines().findFirst().orElse("");
    }

    private static Optional<String> known(ImapAccount account, String where, Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return Optional.ofNullable(
                switch (cause) {
                    case AuthenticationFailedException refused ->
                        "the IMAP server at " + where + " refuses the user or the password";
                    case FolderNotFoundException missing ->
                        "the IMAP server at " + where + " has no folder “" + account.folder() + "”";
                    case UnknownHostException unknown -> "there is no IMAP server by the name " + account.host();
                    case SocketTimeoutException slow -> "the IMAP server at " + where + " doesn't answer in time";
                    case SSLException untrusted ->
                        "the certificate of the IMAP server at " + where + " is not believed: "
                                + message.lines().findFirst().orElse("");
                    case ConnectException away -> "nobody answers at " + where + ", where the IMAP server should be";
                    default ->
                        message.contains("STARTTLS")
                                ? "the IMAP server at " + where + " offers no encryption (STARTTLS)"
                                : null;
                });
    }
}
