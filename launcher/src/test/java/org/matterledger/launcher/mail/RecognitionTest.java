package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;
import static org.matterledger.launcher.mail.SampleMail.letter;
import static org.matterledger.launcher.mail.SampleMail.with;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

    @Nested
    class An_automatic_answer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Auto-Submitted: auto-replied (vacation)",
                    "Auto-Submitted: auto-generated",
                    "X-Autoreply: yes",
                    "X-Autorespond: The lease",
                    "Precedence: auto_reply",
                    "Delivered-To: Autoresponder",
                    "From: no-reply@court.example",
                    "From: Registry <court.noreply@court.example>"
                })
        void gives_itself_away_in_the_header(String field) {
            assertThat(with(field).kind()).isEqualTo(Kind.AUTOMATIC);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Out of Office",
                    "Out of Office AutoReply: The lease",
                    "Automatic reply: Re: The lease",
                    "Ann Lee is out of the office (returning 03/01/2012)",
                    "Ann Lee/LEGAL/X is out of the office",
                    "AUTO: Ann Lee is away",
                    "Abwesenheitsnotiz: Mietvertrag",
                    "Automatische Antwort: Mietvertrag",
                    "Autoodpowiedź: umowa najmu",
                    "Odpowiedź automatyczna: umowa",
                    "Автоответ: договор",
                    "Автоматический ответ: договор",
                    "Автоматична відповідь: договір"
                })
        void gives_itself_away_in_the_subject(String subject) {
            assertThat(with("Subject: " + subject).kind()).isEqualTo(Kind.AUTOMATIC);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Re: Out of Office",
                    "Out of office hours clause in the lease",
                    "Who is out of the office in May?",
                    "RE: Automatic reply: The lease",
                    "Automatic renewal of the lease",
                    "Vacation plans",
                    "Fwd: Abwesenheitsnotiz: Mietvertrag"
                })
        void is_not_what_a_person_writes_about_it(String subject) {
            assertThat(with("Subject: " + subject).kind()).isEqualTo(Kind.PERSONAL);
        }

        @Test
        void is_not_what_only_speaks_of_it_or_denies_it() {
            assertThat(letter(PLAIN + "I am out of office next week, automatic reply or not.\n")
                            .kind())
                    .isEqualTo(Kind.PERSONAL);
            assertThat(with("Auto-Submitted: no").kind()).isEqualTo(Kind.PERSONAL);
            assertThat(with("X-Auto-Response-Suppress: All").kind()).isEqualTo(Kind.PERSONAL);
        }
    }

    @Nested
    class A_bounce {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
                    "X-Failed-Recipients: ben@firm.example",
                    "Return-Path: <>",
                    "Content-Type: multipart/report; report-type=delivery-status; boundary=x"
                })
        void gives_itself_away_in_the_header(String field) {
            assertThat(with(field).kind()).isEqualTo(Kind.BOUNCE);
        }

        @Test
        void gives_itself_away_in_a_subject_that_no_person_wrote() {
            assertThat(with("From: postmaster@mx.example", "Subject: Undeliverable: The lease")
                            .kind())
                    .isEqualTo(Kind.BOUNCE);
            assertThat(with("Subject: Undeliverable: The lease").kind()).isEqualTo(Kind.PERSONAL);
            assertThat(with("From: postmaster@mx.example").kind()).isEqualTo(Kind.PERSONAL);
        }

        @Test
        void is_not_the_letter_that_brings_one() {
            var forwarded = """
                    From: Ann Lee <ann@client.example>
                    Date: Tue, 3 Mar 2026 10:15:00 +0200
                    Subject: This came back
                    Content-Type: multipart/mixed; boundary=b

                    --b

                    Did you get it?
                    --b
                    Content-Type: message/delivery-status
                    Content-Disposition: attachment

                    Action: failed
                    --b--
                    """;
            assertThat(letter(forwarded).kind()).isEqualTo(Kind.PERSONAL);
        }
    }

    @Nested
    class A_read_receipt {

        @Test
        void gives_itself_away_in_its_form_or_its_words() {
            assertThat(with("Content-Type: multipart/report; report-type=disposition-notification; boundary=x")
                            .kind())
                    .isEqualTo(Kind.READ_RECEIPT);
            var old = "From: a@b.example\nSubject: Read: The lease\n\nYour message was read on 3 March 2026 10:20.\n";
            assertThat(letter(old).kind()).isEqualTo(Kind.READ_RECEIPT);
        }

        @Test
        void is_not_a_letter_about_reading() {
            assertThat(with("Subject: Read: chapter two of the draft").kind()).isEqualTo(Kind.PERSONAL);
        }
    }

    @Nested
    class A_draft {

        @Test
        void is_unsent_by_header_flag_or_label() {
            assertThat(with("X-Unsent: 1").kind()).isEqualTo(Kind.DRAFT);
            assertThat(with("X-Gmail-Labels: Important,Drafts").kind()).isEqualTo(Kind.DRAFT);
            var raw = SampleMail.raw(PLAIN);
            assertThat(letter(new RawMessage(raw.place(), raw.bytes(), null, true))
                            .kind())
                    .isEqualTo(Kind.DRAFT);
        }
    }

    @Nested
    class Bulk_mail {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                    "Feedback-ID: 1:2:3:mailer",
                    "From: newsletter@shop.example",
                    "List-Post: NO"
                })
        void can_be_unsubscribed_and_bears_a_mark_of_a_mailing(String mark) {
            assertThat(with("List-Unsubscribe: <https://shop.example/u>", mark).kind())
                    .isEqualTo(Kind.BULK);
            assertThat(with(mark).kind()).isEqualTo(Kind.PERSONAL);
        }

        @Test
        void says_how_to_leave_and_to_look_elsewhere() {
            var text = "List-Unsubscribe: <https://shop.example/u>\n" + PLAIN
                    + "View this email in your browser. Unsubscribe\n";
            assertThat(letter(text).kind()).isEqualTo(Kind.BULK);
        }

        @Test
        void is_not_what_a_list_only_sends_on() {
            assertThat(with(
                                    "List-Id: Help <help.lists.example>",
                                    "List-Unsubscribe: <mailto:help-leave@lists.example>",
                                    "List-Post: <mailto:help@lists.example>",
                                    "Precedence: bulk",
                                    "Mailing-List: contact help@lists.example")
                            .kind())
                    .isEqualTo(Kind.PERSONAL);
            assertThat(with(
                                    "List-Unsubscribe: <https://lists.example/leave>",
                                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                                    "List-Post: <mailto:help@lists.example>")
                            .kind())
                    .isEqualTo(Kind.PERSONAL);
            assertThat(with("List-Unsubscribe: <mailto:leave@lists.example>", "Precedence: list")
                            .kind())
                    .isEqualTo(Kind.PERSONAL);
        }

        @Test
        void is_not_an_answer() {
            assertThat(with(
                                    "List-Unsubscribe: <https://x.example/u>",
                                    "Feedback-ID: 1",
                                    "In-Reply-To: <m0@firm.example>")
                            .kind())
                    .isEqualTo(Kind.PERSONAL);
        }
    }
}
