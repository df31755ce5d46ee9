package org.matterledger.launcher.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import picocli.CommandLine.Option;

/** By which mail server the ledger's notices to staff leave; without one they wait in the outbox. */
final class MailOptions {

    private static final String USER = "MATTER_LEDGER_SMTP_USER";
    private static final String PASSWORD = "MATTER_LEDGER_SMTP_PASSWORD";

    /** How the way to the mail server is protected. */
    private enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    @Option(
            names = "--smtp-host",
            paramLabel = "HOST",
            description = {
                "The mail server by which notices to staff leave (default: none, and nothing is sent).",
                "Its user and password come from " + USER + " and _PASSWORD,",
                "or the password from the file that " + PASSWORD + "_FILE names."
            })
    private @Nullable String host;

    @Option(
            names = "--smtp-port",
            paramLabel = "N",
            description = "Its port (default: 587 with STARTTLS, 465 with TLS, else 25).")
    private int port;

    @Option(names = "--smtp-from", paramLabel = "ADDRESS", description = "The address that notices come from.")
    private @Nullable String from;

    @Option(
            names = "--smtp-tls",
            paramLabel = "HOW",
            defaultValue = "STARTTLS",
            description = "starttls, tls from the first byte, or none (default: starttls).")
    private Tls tls = Tls.STARTTLS;

    @Option(
            names = "--link",
            paramLabel = "URL",
            description = "Where staff reach the ledger, for links in notices (default: where it listens).")
    private @Nullable String link;

    /**
     * The application's properties that say so.
     *
     * @param environment of the process
     * @throws CannotRun when something is missing
     */
    Map<String, Object> properties(Map<String, String> environment) {
        var properties = new HashMap<String, Object>();
        if (link != null) {
            properties.put("ledger.link", link);
        }
        if (host == null) {
            return properties;
        }
        if (from == null || !from.matches("[^@\\s]+@[^@\\s]+")) {
            throw new CannotRun("notices need an address to come from; name it with --smtp-from NAME@DOMAIN");
        }
        var user = environment.get(USER);
        var password = Passwords.of(environment, PASSWORD);
        if ((user == null) != (password == null)) {
            throw new CannotRun("set both " + USER + " and " + PASSWORD + ", or neither");
        }
        properties.put("ledger.mail.smtp-host", host);
        properties.put("ledger.mail.smtp-port", port);
        properties.put("ledger.mail.from", from);
        properties.put("ledger.mail.tls", tls.name());
        if (user != null && password != null) {
            properties.put("ledger.mail.user", user);
            properties.put("ledger.mail.password", password);
        }
        return properties;
    }
}
