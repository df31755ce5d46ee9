package org.matterledger.launcher.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.notices.MailServer.Protection;

class SmtpConnectionTest {

    private static final String OLHA = "olha@firm.example";
    private static final Instant NOON = Instant.parse("2026-02-10T10:00:00Z");

    private static final SSLSocketFactory USUAL = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private static MailServer server(int port, Protection protection, @Nullable String user) {
        return new MailServer(
                "127.0.0.1", port, "ledger@firm.example", protection, user, user == null ? null : "secret");
    }

    private static Mail mail(String to) {
        return new Mail("event-7.breach", to, "Прострочено: zażółć", "Клієнт чекає.\nGęślą jaźń.\n", NOON);
    }

    private static Delivery sent(ScriptedSmtp to) {
        try (var connection = new SmtpConnection(server(to.port(), Protection.NONE, null), USUAL)) {
            return connection.send(mail(OLHA));
        }
    }

    private static UnaryOperator<String> answering(String verb, String answer) {
        return command -> command.startsWith(verb) ? answer : "250 fine";
    }

    @Nested
    class A_mail {

        @Test
        void arrives_in_its_own_letters_under_the_name_of_its_notice_and_asks_for_no_absence_note() throws Exception {
            var office = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            office.start();
            try (var connection =
                    new SmtpConnection(server(office.getSmtp().getPort(), Protection.NONE, null), USUAL)) {
                assertThat(connection.send(mail(OLHA))).isInstanceOf(Delivery.Taken.class);
                assertThat(connection.send(mail(OLHA))).isInstanceOf(Delivery.Taken.class);
                assertThat(office.getReceivedMessages()).hasSize(2).allSatisfy(received -> {
                    assertThat(received.getSubject()).isEqualTo("Прострочено: zażółć");
                    assertThat(received.getContent().toString()).contains("Клієнт чекає.", "Gęślą jaźń.");
                    assertThat(received.getMessageID()).isEqualTo("<event-7.breach@firm.example>");
                    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                    assertThat(received.getSentDate()).isEqualTo(NOON);
                });
            } finally {
                office.stop();
            }
        }

        @Test
        void carries_no_letter_beyond_ascii_on_the_wire() {
            try (var office = new ScriptedSmtp(null)) {
                sent(office);
                assertThat(office.letters()).singleElement().asString().matches("\\p{ASCII}+");
            }
        }
    }

    @Nested
    class A_mail_server_that {

        @Test
        void refuses_the_address_refuses_it_for_good_and_the_reason_does_not_name_it() {
            try (var office =
                    new ScriptedSmtp(null).answering(answering("RCPT", "550 5.1.1 <OLHA@firm.example>: nobody here"))) {
                assertThat(sent(office))
                        .isEqualTo(new Delivery.Refused(
                                "the mail server refuses it: 550 5.1.1 <the address>: nobody here"));
            }
        }

        @Test
        void puts_the_address_off_may_take_it_later() {
            try (var office = new ScriptedSmtp(null).answering(answering("RCPT", "450 4.2.0 greylisted"))) {
                assertThat(sent(office)).isInstanceOf(Delivery.NotNow.class);
            }
        }

        @Test
        void refuses_what_is_said_refuses_it_for_good() {
            try (var office = new ScriptedSmtp(null).answering(answering(".", "554 5.7.1 not wanted"))) {
                assertThat(sent(office)).isInstanceOf(Delivery.Refused.class);
            }
        }

        @Test
        void does_not_welcome_the_sender_says_nothing_about_the_recipient() {
            try (var office = new ScriptedSmtp(null).answering(answering("MAIL", "550 5.7.1 who are you?"))) {
                assertThat(sent(office)).isInstanceOf(Delivery.Away.class);
            }
        }

        @Test
        void hangs_up_before_it_confirms_leaves_open_whether_it_took_the_mail() {
            try (var office = new ScriptedSmtp(null).answering(answering(".", ""))) {
                assertThat(sent(office)).isInstanceOf(Delivery.Away.class);
            }
        }

        @Test
        void is_not_there_is_away() {
            var port = port();
            try (var connection = new SmtpConnection(server(port, Protection.NONE, null), USUAL)) {
                assertThat(connection.send(mail(OLHA))).isInstanceOf(Delivery.Away.class);
            }
        }

        private static int port() {
            try (var closed = new ScriptedSmtp(null)) {
                return closed.port();
            }
        }
    }

    @Nested
    class What_is_no_address {

        @Test
        void is_refused_without_asking_anybody() {
            try (var office = new ScriptedSmtp(null);
                    var connection = new SmtpConnection(server(office.port(), Protection.NONE, null), USUAL)) {
                assertThat(connection.send(mail("olha@firm.example\r\nBcc: eve@evil.example")))
                        .isEqualTo(new Delivery.Refused("what is known is not a mail address"));
                assertThat(office.commands()).isEmpty();
            }
        }
    }

    @Nested
    class Encryption {

        private static SampleCertificate ours;
        private static SampleCertificate anothers;

        @BeforeAll
        static void make(@TempDir Path directory) throws Exception {
            ours = SampleCertificate.of(directory, "ip:127.0.0.1");
            anothers = SampleCertificate.of(directory, "dns:another.example");
        }

        private Delivery sentTo(ScriptedSmtp office, SSLSocketFactory believed) {
            try (var connection = new SmtpConnection(server(office.port(), Protection.STARTTLS, "post"), believed)) {
                return connection.send(mail(OLHA));
            }
        }

        @Test
        void is_begun_before_anything_is_told_and_before_the_password() {
            try (var office = new ScriptedSmtp(ours.context()).answering(answering("AUTH", "235 welcome"))) {
                assertThat(sentTo(office, ours.context().getSocketFactory())).isInstanceOf(Delivery.Taken.class);
                assertThat(office.commands().get(1)).isEqualTo("STARTTLS");
                assertThat(office.commands().get(3)).startsWith("AUTH PLAIN");
            }
        }

        @Test
        void that_is_not_offered_is_asked_for_in_vain_and_nothing_is_told() {
            try (var office = new ScriptedSmtp(null)) {
                assertThat(sentTo(office, USUAL)).isInstanceOf(Delivery.Away.class);
                assertThat(office.commands()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
            }
        }

        @Test
        void with_somebody_else_is_none() {
            try (var office = new ScriptedSmtp(anothers.context())) {
                assertThat(sentTo(office, anothers.context().getSocketFactory()))
                        .isInstanceOf(Delivery.Away.class);
                assertThat(sentTo(office, USUAL)).isInstanceOf(Delivery.Away.class);
                assertThat(office.letters()).isEmpty();
            }
        }

        @Test
        void is_what_a_password_needs_unless_it_stays_on_this_machine() {
            assertThatThrownBy(() -> new MailServer(
                            "mail.example", 25, "ledger@firm.example", Protection.NONE, "post", "secret"))
                    .isInstanceOf(CannotRun.class);
        }

        @Test
        void comes_with_a_password_that_can_be_wrong() {
            try (var office = new ScriptedSmtp(ours.context()).answering(answering("AUTH", "535 5.7.8 wrong"))) {
                var delivery = sentTo(office, ours.context().getSocketFactory());
                assertThat(delivery)
                        .isInstanceOfSatisfying(
                                Delivery.Away.class,
                                away -> assertThat(away.why()).startsWith("the mail server does not let us in"));
            }
        }
    }
}
