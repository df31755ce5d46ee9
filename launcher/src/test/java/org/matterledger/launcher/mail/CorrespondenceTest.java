package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.matterledger.launcher.mail.SampleMail.letter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {

    private static final String QUESTION =
            "Could you look into the second clause of the draft before our call with the landlord?";

    @Nested
    class A_thread {

        @Test
        void goes_by_the_ids_that_letters_refer_to_in_brackets_or_without() {
            var mail = mail(
                    text("1", "Subject: The lease"),
                    text("2", "Subject: Other words", "In-Reply-To: <1@x.example>"),
                    text("3", "Subject: x", "References: <1@x.example>\n <2@x.example>", "In-Reply-To: 2@x.example"));
            assertThat(threads(mail)).containsExactly("1@x.example", "1@x.example", "1@x.example");
        }

        @Test
        void holds_together_though_the_letter_that_all_answer_is_missing() {
            var mail = mail(
                    text("2", "In-Reply-To: Your message of Monday <1@x.example>"),
                    text("3", "References: <1@x.example>"));
            assertThat(threads(mail)).containsExactly("1@x.example", "1@x.example");
        }

        @Test
        void is_no_ring() {
            var mail = mail(
                    text("1", "In-Reply-To: <2@x.example>"),
                    text("2", "In-Reply-To: <1@x.example>"),
                    text("3", "In-Reply-To: <3@x.example>"));
            assertThat(threads(mail).subList(0, 2)).containsOnly(threads(mail).getFirst());
            assertThat(threads(mail).get(2)).isEqualTo("3@x.example");
        }

        @Test
        void goes_by_subject_and_quoted_words_where_no_ids_are() {
            var mail = mail(
                    text("1", "Subject: Draft") + QUESTION + "\n",
                    text("2", "From: eva@other.example", "Subject: FW: Draft")
                            + "See below.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\n\n" + QUESTION + "\n",
                    text("3", "From: eva@other.example", "Subject: Draft")
                            + "Nothing in common with the other one but a word.\n");
            assertThat(threads(mail)).containsExactly("1@x.example", "1@x.example", "3@x.example");
        }

        @Test
        void goes_by_subject_and_the_same_people_for_answers() {
            var mail = mail(
                    text("1", "Subject: Draft", "From: ann@client.example", "To: ben@firm.example"),
                    text("2", "Subject: AW: Draft", "From: ben@firm.example", "To: ann@client.example"),
                    text("3", "Subject: Re: Draft", "From: cem@stranger.example", "To: ben@firm.example"),
                    text("4", "Subject: Draft", "From: ann@client.example", "To: ben@firm.example"));
            assertThat(threads(mail)).containsExactly("1@x.example", "1@x.example", "3@x.example", "4@x.example");
        }

        @Test
        void has_the_copies_of_a_letter_in_it() {
            var mail = mail(
                    text("1", "Subject: Draft"), text("2", "Subject: Draft").replace("10:02", "10:01"));
            assertThat(threads(mail)).containsExactly("1@x.example", "1@x.example");
        }
    }

    @Nested
    class A_letter_without_a_date {

        @Test
        void stands_between_those_beside_it_in_its_folder() {
            var mail = mail(text("1"), undated("2"), text("3"));
            var letter = mail.letters().get(1);
            assertThat(letter.identity()).isEqualTo("2@x.example");
            assertThat(letter.at()).isEqualTo("2026-03-03T10:02:00Z");
            assertThat(letter.dated()).isEqualTo(DateBasis.NEIGHBOUR);
            assertThat(letter.remarks()).contains("it is dated by the letters beside it");
        }

        @Test
        void stands_behind_what_it_answers_and_before_its_answer() {
            var mail = mail(
                    undated("4", "In-Reply-To: <2@x.example>"),
                    text("1"),
                    text("2"),
                    text("3", "In-Reply-To: <4@x.example>"));
            assertThat(mail.letters())
                    .extracting(Letter::identity)
                    .containsExactly("1@x.example", "2@x.example", "4@x.example", "3@x.example");
        }

        @Test
        void is_never_earlier_than_what_it_answers_wherever_it_lies() {
            var mail = mail(undated("4", "In-Reply-To: <2@x.example>"), text("1"), text("2"));
            assertThat(mail.letters().getLast().identity()).isEqualTo("4@x.example");
        }

        @Test
        void stands_right_behind_what_it_answers_if_nothing_lies_beside_it() {
            var sent = letter(new RawMessage(
                    new Place("sent/1", 0),
                    undated("4", "In-Reply-To: <2@x.example>").getBytes(StandardCharsets.UTF_8),
                    null,
                    false));
            var mail = Correspondence.of(List.of(sent, letter(text("2")), letter(text("3"))));
            assertThat(mail.letters().get(1).at()).isEqualTo("2026-03-03T10:02:01Z");
            assertThat(mail.letters().get(1).remarks()).contains("it is dated by the letters beside it");
        }

        @Test
        void is_placed_at_once_among_many_of_its_kind() {
            var texts = new String[20_000];
            Arrays.setAll(texts, i -> undated("7").replace("<7@", "<" + i + "@"));
            assertThat(assertTimeout(Duration.ofSeconds(20), () -> mail(texts)).letters())
                    .hasSize(20_000);
        }

        @Test
        void stays_without_one_where_no_other_has_one() {
            assertThat(mail(undated("1"), undated("2")).letters())
                    .extracting(Letter::dated)
                    .containsOnly(DateBasis.NONE);
        }

        @Test
        void has_the_zone_of_its_senders_other_letters_if_it_names_none() {
            var mail = mail(text("1").replace("+0000", "+0300"), text("2").replace(" +0000", ""));
            assertThat(mail.letters().get(1).at()).isEqualTo("2026-03-03T07:02:00Z");
            assertThat(mail.letters().get(1).dated()).isEqualTo(DateBasis.NEIGHBOUR);
        }
    }

    @Nested
    class An_answer_dated_before_what_it_answers {

        @Test
        void is_put_behind_it() {
            var mail =
                    mail(text("2"), text("1", "In-Reply-To: <2@x.example>"), text("0", "In-Reply-To: <1@x.example>"));
            assertThat(mail.letters())
                    .extracting(Letter::identity)
                    .containsExactly("2@x.example", "1@x.example", "0@x.example");
            assertThat(mail.letters().get(2).at()).isEqualTo("2026-03-03T10:02:02Z");
            assertThat(mail.letters().get(2).dated()).isEqualTo(DateBasis.NEIGHBOUR);
        }

        @Test
        void is_dated_by_its_receipt_if_that_is_later() {
            var mail = mail(
                    text("2"),
                    text("1", "In-Reply-To: <2@x.example>", "Received: by x; Tue, 3 Mar 2026 10:09:00 +0000"));
            assertThat(mail.letters().get(1).at()).isEqualTo("2026-03-03T10:09:00Z");
            assertThat(mail.letters().get(1).dated()).isEqualTo(DateBasis.RECEIVED);
        }

        @Test
        void stays_where_it_is_more_than_a_day_earlier() {
            var mail = mail(text("2"), text("1", "In-Reply-To: <2@x.example>").replace("3 Mar", "1 Mar"));
            assertThat(mail.letters().getFirst().identity()).isEqualTo("1@x.example");
            assertThat(mail.letters().getFirst().remarks()).contains("it is dated before the letter that it answers");
        }
    }

    /** Written in the minute of its number, to the same person from the same. */
    private static String text(String number, String... fields) {
        var own = "Message-ID: <" + number + "@x.example>\nDate: Tue, 3 Mar 2026 10:0" + number + ":00 +0000\n";
        var from =
                Arrays.stream(fields).anyMatch(field -> field.startsWith("From:")) ? "" : "From: ann@client.example\n";
        return own + from + String.join("\n", fields) + (fields.length == 0 ? "" : "\n") + "\n";
    }

    private static String undated(String number, String... fields) {
        return text(number, fields).replaceFirst("Date:.*\\n", "");
    }

    /** In a folder, in this order. */
    private static Correspondence mail(String... texts) {
        var letters = new ArrayList<Letter>();
        for (var text : texts) {
            letters.add(letter(new RawMessage(
                    new Place("inbox/" + letters.size(), 0), text.getBytes(StandardCharsets.UTF_8), null, false)));
        }
        return Correspondence.of(letters);
    }

    private static List<String> threads(Correspondence mail) {
        return mail.letters().stream().map(mail::threadOf).toList();
    }
}
