package org.matterledger.launcher.livingmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matterledger.launcher.livingmail.ImapAccount.Protection;
import org.matterledger.launcher.livingmail.MailboxRows.Cursor;
import org.matterledger.launcher.livingmail.WatchedMailbox.CannotLook;
import org.matterledger.launcher.livingmail.WatchedMailbox.Found;
import org.matterledger.launcher.notices.SampleCertificate;
import org.matterledger.launcher.web.PigeonHole;

/** A folder on an IMAP server, looked into by itself. */
class WatchedImapFolderTest {

    private static SSLContext ours = unset();
    private static SSLContext somebodyElses = unset();

    private final MailboxRows rows = WatchedRows.fresh();
    private final PigeonHole hole = opened();

    @BeforeAll
    static void has_certificates(@TempDir Path folder) throws Exception {
        ours = SampleCertificate.of(folder, "ip:127.0.0.1").context();
        somebodyElses =
                SampleCertificate.of(folder, "dns:imap.somebody.example").context();
    }

    private static SSLContext unset() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PigeonHole opened() {
        try {
            return PigeonHole.open();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void has_a_letter() throws MessagingException {
        hole.deliver("Subject: first\r\nFrom: marta@mill.example\r\n\r\nGood morning\r\n");
    }

    @AfterEach
    void closes() {
        hole.close();
    }

    private ImapAccount account(int port, Protection protection) {
        var account = hole.account();
        return new ImapAccount("127.0.0.1", port, account.user(), account.password(), account.folder(), protection);
    }

    private WatchedImapFolder folder(ImapAccount account, SSLSocketFactory believed) {
        var folder = new WatchedImapFolder(account, rows, name -> Integer.toHexString(name.hashCode()), believed);
        rows.lease(folder.id(), "test", Duration.ofMinutes(1));
        return folder;
    }

    private WatchedImapFolder folder() {
        return folder(hole.account(), ours.getSocketFactory());
    }

    private TlsDoor door(SSLContext certificate, Protection protection) throws IOException {
        return new TlsDoor(certificate, protection == Protection.STARTTLS, hole.port());
    }

    private static List<String> marks(List<Found> found) {
        return found.stream().map(Found::mark).toList();
    }

    private static void refuses(WatchedImapFolder folder, String why) {
        assertThatThrownBy(folder::next)
                .isInstanceOf(CannotLook.class)
                .hasMessage(why)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("secret");
    }

    @Nested
    class An_encrypted_mailbox {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
        void is_read_where_the_server_shows_a_certificate_that_is_believed(Protection protection) throws Exception {
            try (var door = door(ours, protection)) {
                var found = folder(account(door.port(), protection), ours.getSocketFactory())
                        .next();
                assertThat(found).hasSize(1);
                assertThat(Objects.requireNonNull(found.getFirst().message()).bytes())
                        .asString()
                        .contains("Good morning");
            }
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
        void is_not_read_where_the_certificate_names_another_server(Protection protection) throws Exception {
            try (var door = door(somebodyElses, protection)) {
                refuses(
                        folder(account(door.port(), protection), somebodyElses.getSocketFactory()),
                        "the certificate of the IMAP server at 127.0.0.1:" + door.port()
                                + " is not believed: No subject alternative names matching IP address 127.0.0.1 found");
            }
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
        void is_not_read_where_nobody_known_signed_the_certificate(Protection protection) throws Exception {
            try (var door = door(ours, protection)) {
                refuses(
                        folder(account(door.port(), protection), somebodyElses.getSocketFactory()),
                        "the certificate of the IMAP server at 127.0.0.1:" + door.port()
                                + " is not believed: nobody known signed it");
            }
        }

        @Test
        void is_not_read_where_the_server_offers_no_encryption() {
            refuses(
                    folder(account(hole.port(), Protection.STARTTLS), ours.getSocketFactory()),
                    "the IMAP server at 127.0.0.1:" + hole.port() + " offers no encryption (STARTTLS)");
        }
    }

    @Nested
    class What_is_not_as_it_must_be {

        @Test
        void is_said_of_a_wrong_password_without_telling_it() {
            var account = hole.account();
            var wrong = new ImapAccount(
                    "127.0.0.1", hole.port(), account.user(), "secret-no-more", account.folder(), Protection.NONE);
            refuses(
                    folder(wrong, ours.getSocketFactory()),
                    "the IMAP server at 127.0.0.1:" + hole.port() + " refuses the user or the password");
        }

        @Test
        void is_said_of_a_folder_that_is_gone_until_it_is_back() throws Exception {
            var folder = folder();
            folder.told(folder.next());
            hole.remove();
            refuses(folder, "the IMAP server at 127.0.0.1:" + hole.port() + " has no folder “Clients”");
            hole.create();
            hole.deliver("Subject: second\r\n\r\nGood evening\r\n");
            assertThat(folder.next()).hasSize(1);
        }

        @Test
        void is_said_of_a_server_that_is_away() {
            var folder = folder();
            var port = hole.port();
            hole.close();
            refuses(folder, "nobody answers at 127.0.0.1:" + port + ", where the IMAP server should be");
        }
    }

    @Test
    void a_folder_that_is_counted_from_the_beginning_again_is_read_again_though_the_server_does_not_say_so()
            throws Exception {
        var folder = folder();
        folder.told(folder.next());
        assertThat(folder.next()).isEmpty();
        var validity = rows.cursor(folder.id()).orElseThrow().validity();
        rows.advance(folder.id(), new Cursor(validity, 4000));
        assertThat(folder.next()).hasSize(1);
    }

    @Test
    void letters_are_shown_in_the_order_in_which_they_came() throws Exception {
        var folder = folder();
        folder.told(folder.next());
        for (var i = 0; i < 3; i++) {
            hole.deliver("Subject: more\r\n\r\n" + i);
        }
        assertThat(marks(folder.next())).isSorted().hasSize(3);
    }

    @Test
    void the_server_says_when_a_letter_came() throws Exception {
        var came = Objects.requireNonNull(
                Objects.requireNonNull(folder().next().getFirst().message()).envelopeDate());
        var present = Instant.ofEpochMilli(System.currentTimeMillis());
        assertThat(came).isBetween(present.minusSeconds(60), present.plusSeconds(60));
    }
}
