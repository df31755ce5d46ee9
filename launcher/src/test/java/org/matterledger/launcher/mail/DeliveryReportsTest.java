package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.matterledger.launcher.mail.SampleMail.letter;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which letter a bounce returns, and to whom it did not get. */
class DeliveryReportsTest {

    private static final String REPORT = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: ben@firm.example
            Date: Tue, 3 Mar 2026 10:20:00 +0200
            Message-ID: <bounce@mx.example>
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            This is the mail system at mx.example. ann@client.example: no such mailbox.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            %s
            --b
            Content-Type: %s

            From: Ben Ray <ben@firm.example>
            Subject: The lease
            Message-ID:
             <letter@firm.example>

            Dear Ann
            --b--
            """;

    private static final String FAILED = """
            Original-Recipient: rfc822;Ann.Lee@client.example
            Final-Recipient: rfc822; ann@elsewhere.example
            Action: failed
            Status: 5.1.1
            """;

    private static Undelivered returned(String bounce) {
        return Objects.requireNonNull(letter(bounce).undelivered());
    }

    @Nested
    class A_report {

        @ParameterizedTest
        @ValueSource(strings = {"message/rfc822", "text/rfc822-headers", "message/global-headers"})
        void names_the_letter_that_it_returns_and_whom_it_did_not_reach(String copy) {
            assertThat(returned(REPORT.formatted(FAILED, copy)))
                    .isEqualTo(new Undelivered(
                            "letter@firm.example", List.of("ann.lee@client.example", "ann@elsewhere.example")));
        }

        @Test
        void goes_with_that_letter() {
            assertThat(letter(REPORT.formatted(FAILED, "message/rfc822")).references())
                    .containsExactly("letter@firm.example");
        }

        @Test
        void names_only_those_whom_it_did_not_reach() {
            var other =
                    FAILED.replace("Ann.Lee", "Carl").replace("ann@", "carl@").replace("failed", "delivered");
            assertThat(returned(REPORT.formatted(FAILED + "\n" + other, "message/rfc822"))
                            .recipients())
                    .containsExactly("ann.lee@client.example", "ann@elsewhere.example");
        }

        @ParameterizedTest
        @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
        void returns_nothing_that_arrived_or_may_arrive(String action) {
            assertThat(letter(REPORT.formatted(FAILED.replace("failed", action), "message/rfc822"))
                            .undelivered())
                    .isNull();
        }

        @Test
        void of_another_kind_returns_nothing() {
            var abuse = REPORT.formatted(FAILED, "message/rfc822")
                    .replace("report-type=delivery-status", "report-type=feedback-report")
                    .replace("message/delivery-status", "message/feedback-report");
            assertThat(letter(abuse).undelivered()).isNull();
        }
    }

    @Nested
    class A_text {

        private static final String TEXT = """
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: ben@firm.example
                Date: Tue, 3 Mar 2026 10:20:00 +0200
                In-Reply-To: <answered@firm.example>
                References: <older@client.example> <answered@firm.example>
                Subject: %s

                %s
                  ann@client.example

                %s
                """;

        @Test
        void names_the_letter_by_its_copy() {
            var copy = "--- Below is a copy.\n\nReceived: by mx\nTo: ann@client.example, carl@client.example\n"
                    + "Message-ID: <letter@firm.example>\n\nDear Ann";
            assertThat(returned(TEXT.formatted("failure notice", "It failed for:", copy)))
                    .isEqualTo(new Undelivered("letter@firm.example", List.of("ann@client.example")));
        }

        /** As Exchange wrote it: what the letter is called comes first, and then whom it did not reach. */
        @ParameterizedTest
        @ValueSource(strings = {"      Subject:  The lease\n      Sent:     3/3/2026", "      To:  Ann Lee"})
        void may_say_what_the_letter_was_before_it_says_whom_that_did_not_reach(String spokenOf) {
            var said = "Your message did not reach some or all of the intended recipients.\n\n" + spokenOf
                    + "\n\nThe following recipient(s) could not be reached:\n";
            assertThat(returned(TEXT.formatted("Undeliverable: The lease", said, ""))
                            .recipients())
                    .containsExactly("ann@client.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From: Ben <ben@firm.example>\nTo: carl@client.example\nMessage-ID: <letter@firm.example>",
                    "To: carl@client.example,\n\tdora@client.example\nSubject: The lease\nMessage-ID: <letter@firm.example>",
                    "> To: carl@client.example\n> Subject: The lease\n> Message-ID: <letter@firm.example>"
                })
        void names_nobody_who_stands_only_in_the_copy(String copy) {
            assertThat(returned(TEXT.formatted("failure notice", "It failed for:", copy)))
                    .isEqualTo(new Undelivered("letter@firm.example", List.of("ann@client.example")));
        }

        @Test
        void may_have_many_empty_lines() {
            var text = TEXT.formatted("failure notice", "It failed for:", "\n".repeat(100_000) + "Goodbye");
            assertThat(assertTimeout(Duration.ofSeconds(10), () -> returned(text))
                            .recipients())
                    .containsExactly("ann@client.example");
        }

        @Test
        void without_a_copy_returns_what_it_answers() {
            assertThat(returned(TEXT.formatted("Undeliverable: The lease", "It failed for:", ""))
                            .letter())
                    .isEqualTo("answered@firm.example");
        }

        @Test
        void that_speaks_of_a_delay_returns_nothing() {
            assertThat(letter(TEXT.formatted("Delivery delayed: The lease", "Not yet:", ""))
                            .undelivered())
                    .isNull();
            assertThat(letter(TEXT.formatted("Mail system error", "Delivery will be retried:", ""))
                            .undelivered())
                    .isNull();
        }
    }

    @Test
    void a_persons_letter_returns_nothing_though_it_brings_a_report() {
        var forwarded = REPORT.formatted(FAILED, "message/rfc822")
                .replace("Mail Delivery System <MAILER-DAEMON@mx.example>", "Ann Lee <ann@client.example>")
                .replace("multipart/report; report-type=delivery-status", "multipart/mixed")
                .replace("message/delivery-status", "text/plain")
                .replace("Undelivered Mail Returned to Sender", "Look what came");
        assertThat(letter(forwarded).undelivered()).isNull();
    }
}
