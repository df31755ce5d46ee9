package org.matterledger.launcher.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.livingmail.ImapAccount;
import org.matterledger.launcher.livingmail.LivingMailSettings;
import org.matterledger.launcher.mailimport.ImportTerms;
import org.matterledger.launcher.mailimport.MatterBy;
import picocli.CommandLine.Option;

/** Which mailboxes the ledger watches while it runs, and by which rules it tells of their letters. */
final class LivingMailOptions {

    private static final String PASSWORD = "MATTER_LEDGER_IMAP_PASSWORD";

    @Option(
            names = "--mail-folder",
            paramLabel = "DIR",
            description = "A Maildir to watch: new letters are told as they come, by the rules of import.")
    private @Nullable Path folder;

    @Option(
            names = "--imap-host",
            paramLabel = "HOST",
            description = {
                "An IMAP server to watch.",
                "The password comes from " + PASSWORD + ",",
                "or from the file that " + PASSWORD + "_FILE names."
            })
    private @Nullable String host;

    @Option(names = "--imap-port", paramLabel = "N", description = "Its port (default: 993 with TLS, else 143).")
    private int port;

    @Option(names = "--imap-user", paramLabel = "NAME", description = "Whose mailbox.")
    private @Nullable String user;

    @Option(
            names = "--imap-folder",
            paramLabel = "NAME",
            defaultValue = "INBOX",
            description = "Which folder there (default: ${DEFAULT-VALUE}).")
    private String imapFolder = "INBOX";

    @Option(
            names = "--imap-tls",
            paramLabel = "HOW",
            defaultValue = "TLS",
            description = "tls from the first byte, starttls, or none (default: tls).")
    private ImapAccount.Protection protection = ImapAccount.Protection.TLS;

    @Option(names = "--firm-domain", paramLabel = "DOMAIN", description = "Who writes from it writes for the firm.")
    private List<String> domains = List.of();

    @Option(names = "--firm-address", paramLabel = "ADDRESS", description = "A single address of the firm.")
    private List<String> addresses = List.of();

    @Option(names = "--colleagues", paramLabel = "FILE", description = "CSV, as import takes it.")
    private @Nullable Path colleagues;

    @Option(
            names = "--matter-by",
            paramLabel = "WHAT",
            defaultValue = "client",
            description = "client or thread, as for import (default: ${DEFAULT-VALUE}).")
    private MatterBy matterBy = MatterBy.CLIENT;

    @Option(names = "--map", paramLabel = "FILE", description = "CSV: address,client,matter, as import takes it.")
    private @Nullable Path map;

    /**
     * What is watched; nothing where neither folder nor server is named.
     *
     * @param environment of the process
     * @throws CannotRun when something is missing, or makes no sense
     */
    Optional<LivingMailSettings> settings(Map<String, String> environment) {
        if (folder == null && host == null) {
            return Optional.empty();
        }
        if (domains.isEmpty() && addresses.isEmpty()) {
            throw new CannotRun("to tell of letters, name who is the firm with --firm-domain or --firm-address");
        }
        if (folder != null && !Files.isDirectory(folder.resolve("new"))) {
            throw new CannotRun(folder + " is no Maildir: there is no folder “new” in it");
        }
        var terms = ImportTerms.of(domains, addresses, colleagues, matterBy, map, null, null);
        return Optional.of(new LivingMailSettings(terms, folder, account(environment), LivingMailSettings.USUAL_PAUSE));
    }

    private @Nullable ImapAccount account(Map<String, String> environment) {
        if (host == null) {
            return null;
        }
        var password = Passwords.of(environment, PASSWORD);
        if (user == null || password == null) {
            throw new CannotRun("an IMAP server wants --imap-user and a password in " + PASSWORD + " or a file that "
                    + PASSWORD + "_FILE names");
        }
        return new ImapAccount(host, port, user, password, imapFolder, protection);
    }
}
