package org.matterledger.launcher.livingmail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one line why a mailbox on an IMAP server can't be read, so that whoever runs the ledger knows what to do. */
final class ImapTrouble {

    private ImapTrouble() {}

    static String inOneLine(ImapAccount account, Exception trouble) {
        var where = account.host() + ":" + account.port();
        var causes = Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
                .toList();
        return causes.stream()
                .flatMap(cause -> certificate(where, cause).stream())
                .findFirst()
                .or(() -> causes.reversed().stream()
                        .flatMap(cause -> known(account, where, cause).stream())
                        .findFirst())
                .orElseGet(() -> "the IMAP server at " + where + " can't be used: " + line(trouble));
    }

    private static Optional<String> certificate(String where, Throwable cause) {
        if (!(cause instanceof CertificateException)) {
            return Optional.empty();
        }
        // what Java says of a path that it can't find tells nobody what to do
        var why = cause.getCause() instanceof GeneralSecurityException ? "nobody known signed it" : line(cause);
        return Optional.of("the certificate of the IMAP server at " + where + " is not believed: " + why);
    }

    private static Optional<String> known(ImapAccount account, String where, Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case AuthenticationFailedException refused ->
                        "the IMAP server at " + where + " refuses the user or the password";
                    case FolderNotFoundException missing ->
                        "the IMAP server at " + where + " has no folder “" + account.folder() + "”";
                    case UnknownHostException unknown -> "there is no IMAP server by the name " + account.host();
                    case SocketTimeoutException slow -> "the IMAP server at " + where + " doesn't answer in time";
                    case ConnectException away -> "nobody answers at " + where + ", where the IMAP server should be";
                    case SSLException unsafe ->
                        "there is no safe way to the IMAP server at " + where + ": " + line(unsafe);
                    default ->
                        line(cause).contains("STARTTLS")
                                ? "the IMAP server at " + where + " offers no encryption (STARTTLS)"
                                : null;
                });
    }

    private static String line(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
