package org.matterledger.launcher.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.matterledger.launcher.mail.SampleMail.NOW;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;
import static org.matterledger.launcher.mail.SampleMail.letter;
import static org.matterledger.launcher.mail.SampleMail.raw;
import static org.matterledger.launcher.mail.SampleMail.with;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterReaderTest {

    private static final String PARTS = """
            From: a@b.example
            Date: Tue, 3 Mar 2026 10:15:00 +0200
            Subject: =?utf-8?B?w4TDpA==?= parts
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            --b
            Content-Type: application/pdf; name="a.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQ=
            --b--
            """;

    @Property(tries = 500)
    void never_throws_at_bytes(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(new LetterReader(NOW).read(raw(bytes)).place()).isNotNull();
    }

    @Property(tries = 500)
    void never_throws_at_a_letter_with_a_few_bytes_changed_or_its_end_cut_off(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int changes,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var random = new Random(seed);
        var bytes = PARTS.getBytes(UTF_8);
        for (var i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        var cut = java.util.Arrays.copyOf(bytes, bytes.length * percent / 100);
        assertThat(new LetterReader(NOW).read(raw(cut)).place()).isNotNull();
        assertThat(FileMatch.of(cut)).isNotNull();
    }

    @Test
    void reads_who_wrote_to_whom_when_and_on_what() {
        var letter = letter(PLAIN);
        assertThat(letter.identity()).isEqualTo("m1@client.example");
        assertThat(letter.from()).isEqualTo(new Address("ann.lee@client.example", "Ann Lee"));
        assertThat(letter.to()).containsExactly(new Address("ben@firm.example", "Ben Ray"));
        assertThat(letter.subject()).isEqualTo("The lease");
        assertThat(letter.at()).isEqualTo("2026-03-03T08:15:00Z");
        assertThat(letter.size()).isEqualTo(PLAIN.length());
        assertThat(letter.remarks()).isEmpty();
    }

    @Test
    void reads_what_it_refers_to_oldest_first_and_never_itself() {
        var letter = with(
                "References: <a@x.example>\n <b@x.example> <m1@client.example>",
                "In-Reply-To: Your message of Monday <a@x.example>");
        assertThat(letter.references()).containsExactly("b@x.example", "a@x.example");
    }

    @Test
    void takes_the_digest_for_a_missing_id() {
        var letter = letter(PLAIN.replaceFirst("Message-ID.*\\n", ""));
        assertThat(letter.messageId()).isNull();
        assertThat(letter.identity()).isEqualTo("digest:" + letter.digest().value());
    }

    @Test
    void calls_broken_what_is_no_letter_and_says_why() {
        assertThat(new LetterReader(NOW).read(raw(""))).isEqualTo(new Broken(new Place("sample", 0), "it is empty"));
        assertThat(new LetterReader(NOW).read(raw("a shopping list\n\nmilk\n"))).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=, Grüße",
        "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=, Grüße",
        "=?iso-8859-2?Q?za=BF=F3=B3=E6?=, zażółć",
        "=?koi8-r?B?8NLJ18XU?=, Привет",
        "=?windows-1251?Q?=CF=F0=E8=E2=B3=F2?=, Привіт",
        "=?utf-7?Q?Gr+APwA3w-e?=, Grüße",
        "Re: =?utf-8?q?a_b?= c =?utf-8?q?d?=, Re: a b c d",
        "=?x-unknown?Q?abc?=, abc",
        "=?utf-8*de?Q?=C3=A4?=, ä",
        "100=? sure?=, 100=? sure?="
    })
    void decodes_subjects(String written, String read) {
        assertThat(with("Subject: " + written).subject()).isEqualTo(read);
    }

    @Test
    void reads_headers_in_bare_bytes_as_the_text_below() {
        var russian = PLAIN.replace("The lease", "Договор")
                .replace("Subject:", "Content-Type: text/plain; charset=koi8-r\nSubject:");
        var letter = letter(raw(russian.getBytes(Charset.forName("KOI8-R"))));
        assertThat(letter.subject()).isEqualTo("Договор");
        assertThat(letter.remarks()).contains("its header has bytes in no named charset");
        assertThat(letter(raw(PLAIN.replace("lease", "Läse").getBytes(ISO_8859_1)))
                        .subject())
                .isEqualTo("The Läse");
        assertThat(letter(PLAIN.replace("lease", "Läse")).subject()).isEqualTo("The Läse");
    }

    @Test
    void reads_dashes_that_were_labelled_as_what_has_none() {
        var text = PLAIN.replace("Subject:", "Content-Type: text/plain; charset=iso-8859-1\nSubject:")
                .replace("lease", "lease \u0096 draft");
        assertThat(letter(raw(text.getBytes(ISO_8859_1))).subject()).isEqualTo("The lease – draft");
    }

    @Test
    void loses_nothing_unsaid() {
        assertThat(letter(PARTS.substring(0, PARTS.indexOf("--b--"))).remarks())
                .contains("it ends before its last part does");
        assertThat(letter(PARTS.replace("--b\n", "--c\n").replace("--b--", "")).remarks())
                .anyMatch(said -> said.contains("parts can't be told apart"));
        assertThat(letter(PARTS.replace("charset=utf-8", "charset=klingon")).remarks())
                .contains("its charset is unknown: klingon");
        assertThat(letter(PARTS.replace("application/pdf", "application/ms-tnef"))
                        .remarks())
                .anyMatch(said -> said.contains("TNEF"));
        assertThat(letter(PLAIN + "\nbegin 644 a.txt\n#0V%T\n`\nend\n").remarks())
                .contains("files stand within its text (uuencode): 1");
        assertThat(letter(PLAIN.replace("Subject:", "this is no field\nSubject:"))
                        .remarks())
                .contains("its header has a line that is no field");
    }

    @Test
    void reads_a_header_that_runs_into_the_text() {
        var text =
                "From: a@b.example\nSubject: x\nDear Ben,\nthe landlord called again today and wants the keys back.\n";
        assertThat(letter(text).wording()).isNotSameAs(Wording.NONE);
    }

    @Test
    void is_not_held_up_by_parts_within_parts() {
        var nested = new StringBuilder("From: a@b.example\n");
        for (var i = 0; i < 5000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(letter(nested.toString()).remarks()).contains("it has more parts, or deeper ones, than are read");
    }

    @Test
    void is_not_held_up_by_anything_without_an_end() {
        var endless = "a".repeat(300_000);
        for (var text : new String[] {
            PLAIN.replace("To: ", "To: " + endless + " "),
            PLAIN.replace("Subject: ", "References: " + endless + "\nSubject: " + endless),
            PLAIN.replace("Date: ", "Date: " + "(".repeat(300_000)),
            PLAIN + "begin 644 a\n" + "\n".repeat(60_000),
            PLAIN.replace("Subject:", "Content-Type: text/html\nSubject:") + "<blockquote>".repeat(20_000),
        }) {
            assertThat(assertTimeout(Duration.ofSeconds(10), () -> letter(text)).from())
                    .isNotNull();
        }
    }

    @Test
    void is_known_by_a_digest_of_an_id_that_no_line_can_hold_and_found_by_it() {
        var endless = "a".repeat(5_000) + "@client.example";
        var first = letter(PLAIN.replace("m1@client.example", endless));
        assertThat(first.identity()).startsWith("long-id:").hasSizeLessThan(100);
        assertThat(letter(PLAIN.replace("Subject:", "In-Reply-To: <" + endless + ">\nSubject:"))
                        .references())
                .containsExactly(first.identity());
    }

    @Test
    void reads_lines_that_end_as_on_old_macs_and_hidden_addresses() {
        var letter = letter(PLAIN.replace("Ann Lee <Ann.Lee@client.example>", "ann at client.example (Ann Lee)")
                .replace('\n', '\r'));
        assertThat(letter.from()).isEqualTo(new Address("ann@client.example", "Ann Lee"));
        assertThat(letter.subject()).isEqualTo("The lease");
    }
}
