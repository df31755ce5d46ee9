package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.livingmail.ImapAccount;
import org.matterledger.launcher.livingmail.LivingMailSettings;
import picocli.CommandLine;

/** What {@code ./ledger start} understands of mail, going out and coming in. */
class MailOptionsTest {

    @Nested
    class Mail_that_goes_out {

        private static Map<String, Object> properties(Map<String, String> environment, String... arguments) {
            var options = new MailOptions();
            new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
            return options.properties(environment);
        }

        @Test
        void is_none_unless_a_server_is_named() {
            assertThat(properties(Map.of("MATTER_LEDGER_SMTP_USER", "post", "MATTER_LEDGER_SMTP_PASSWORD", "secret")))
                    .isEmpty();
        }

        @Test
        void takes_the_password_from_the_environment_and_encrypts_unless_told_otherwise() {
            assertThat(properties(
                            Map.of("MATTER_LEDGER_SMTP_USER", "post", "MATTER_LEDGER_SMTP_PASSWORD", "secret"),
                            "--smtp-host=mail.example",
                            "--smtp-from=ledger@firm.example"))
                    .containsEntry("ledger.mail.smtp-host", "mail.example")
                    .containsEntry("ledger.mail.tls", "STARTTLS")
                    .containsEntry("ledger.mail.user", "post")
                    .containsEntry("ledger.mail.password", "secret");
        }

        @Test
        void needs_an_address_that_it_comes_from_and_a_password_with_a_user() {
            assertThatThrownBy(() -> properties(Map.of(), "--smtp-host=mail.example"))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("--smtp-from");
            assertThatThrownBy(() -> properties(
                            Map.of("MATTER_LEDGER_SMTP_USER", "post"),
                            "--smtp-host=mail.example",
                            "--smtp-from=ledger@firm.example"))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("MATTER_LEDGER_SMTP_PASSWORD");
        }
    }

    @Nested
    class Mail_that_comes_in {

        @TempDir
        private Path directory = Path.of("");

        private static LivingMailOptions options(String... arguments) {
            var options = new LivingMailOptions();
            new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
            return options;
        }

        @Test
        void is_watched_only_where_a_mailbox_is_named() {
            assertThat(options("--firm-domain=firm.example").settings(Map.of())).isEmpty();
        }

        @Test
        void from_a_folder_needs_to_know_who_is_the_firm_and_a_maildir() throws IOException {
            var folder = "--mail-folder=" + directory;
            assertThatThrownBy(() -> options(folder).settings(Map.of()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("--firm-domain");
            assertThatThrownBy(
                            () -> options(folder, "--firm-domain=firm.example").settings(Map.of()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("no Maildir");
            Files.createDirectories(directory.resolve("new"));
            assertThat(options(folder, "--firm-domain=firm.example").settings(Map.of()))
                    .hasValueSatisfying(
                            settings -> assertThat(settings.folder()).isEqualTo(directory));
        }

        @Test
        void from_a_server_takes_the_password_from_the_environment_and_is_encrypted() {
            var account = options("--imap-host=mail.example", "--imap-user=letters", "--firm-domain=firm.example")
                    .settings(Map.of("MATTER_LEDGER_IMAP_PASSWORD", "secret"))
                    .orElseThrow()
                    .imap();
            assertThat(account)
                    .isEqualTo(new ImapAccount(
                            "mail.example", 993, "letters", "secret", "INBOX", ImapAccount.Protection.TLS));
            assertThat(String.valueOf(account)).doesNotContain("secret");
        }

        @Test
        void from_a_server_takes_the_password_from_a_file_that_the_environment_names(@TempDir Path folder)
                throws IOException {
            var file = Files.writeString(folder.resolve("password"), "secret\n").toString();
            var options = options("--imap-host=mail.example", "--imap-user=letters", "--firm-domain=firm.example");
            assertThat(options.settings(Map.of("MATTER_LEDGER_IMAP_PASSWORD_FILE", file))
                            .map(LivingMailSettings::imap)
                            .map(ImapAccount::password))
                    .contains("secret");
            assertThatThrownBy(() -> options.settings(Map.of("MATTER_LEDGER_IMAP_PASSWORD_FILE", file + "-not")))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("cannot read the password");
            assertThatThrownBy(() -> options.settings(
                            Map.of("MATTER_LEDGER_IMAP_PASSWORD_FILE", file, "MATTER_LEDGER_IMAP_PASSWORD", "x")))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("not both");
        }

        @Test
        void from_a_server_is_refused_without_a_password_or_in_the_clear_from_afar() {
            assertThatThrownBy(() -> options(
                                    "--imap-host=mail.example", "--imap-user=letters", "--firm-domain=firm.example")
                            .settings(Map.of()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("MATTER_LEDGER_IMAP_PASSWORD");
            assertThatThrownBy(() -> options(
                                    "--imap-host=mail.example",
                                    "--imap-user=letters",
                                    "--imap-tls=none",
                                    "--firm-domain=firm.example")
                            .settings(Map.of("MATTER_LEDGER_IMAP_PASSWORD", "secret")))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("--imap-tls");
        }
    }
}
