package org.matterledger.launcher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;
import static org.matterledger.launcher.mail.SampleMail.letter;

import java.io.IOException;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestsTest {

    private static final String TEXT = PLAIN + "\nFrom here on:\n>From there\n\n";

    static Stream<String> copies() {
        return Stream.of(
                TEXT.replace("\n", "\r\n"),
                "Received: by x; Tue, 3 Mar 2026 08:16:00 +0000\nStatus: RO\nX-Keywords: a\n" + TEXT,
                TEXT.replace("Subject: The lease", "Subject: The\n\tlease"),
                TEXT.replace("Subject: The lease", "subject:   =?utf-8?Q?The_lease?="),
                TEXT.replace("Tue, 3 Mar 2026 10:15:00 +0200", "3 Mar 2026 08:15:00 GMT"),
                TEXT.replace("\nFrom here", "\n>From here").replace("\n>From there", "\n>>From there"),
                TEXT.replace("Ann\n", "Ann   \n") + "\n\n",
                TEXT.replace("Ben Ray <ben@firm.example>", "BEN@firm.example"),
                "From ann@client.example Tue Mar  3 08:15:09 2026\n" + TEXT,
                encoded());
    }

    @ParameterizedTest
    @MethodSource("copies")
    void are_the_same_in_the_copies_of_other_exporters(String copy) {
        assertThat(letter(copy).digest()).isEqualTo(letter(TEXT).digest());
        assertThat(letter(copy).sameLetter()).isEqualTo(letter(TEXT).sameLetter());
    }

    static Stream<String> others() {
        return Stream.of(
                TEXT.replace("landlord", "tenant"),
                TEXT.replace("The lease", "The leases"),
                TEXT.replace("10:15", "10:16"),
                TEXT.replace("Ann.Lee@", "Ann@"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void differ_where_letters_do(String other) {
        assertThat(letter(other).digest()).isNotEqualTo(letter(TEXT).digest());
        assertThat(letter(other).sameLetter()).isNotEqualTo(letter(TEXT).sameLetter());
    }

    @Test
    void tell_recipients_apart_but_call_it_the_same_letter() {
        var other = TEXT.replace("ben@firm.example", "eva@firm.example").replace("m1@", "m2@");
        assertThat(letter(other).digest()).isNotEqualTo(letter(TEXT).digest());
        assertThat(letter(other).sameLetter()).isEqualTo(letter(TEXT).sameLetter());
    }

    @Test
    void never_call_two_undated_letters_the_same() {
        var undated = TEXT.replaceFirst("Date:.*\\n", "");
        assertThat(letter(undated).sameLetter())
                .isNotEqualTo(letter(undated.replace("m1@", "m2@")).sameLetter());
    }

    @Test
    void answer_for_a_file_given_later() throws IOException {
        var mbox = "From x Tue Mar  3 08:15:09 2026\n" + TEXT.replace("\nFrom here", "\n>From here") + "\n";
        var imported = letter(SampleMail.readAsMbox(mbox).messages().getFirst());
        assertThat(FileMatch.of(TEXT.replace("\n", "\r\n").getBytes(UTF_8)))
                .contains(new FileMatch(imported.identity(), imported.digest()));
        assertThat(FileMatch.of("no letter".getBytes(UTF_8))).isEmpty();
    }

    private static String encoded() {
        var parts = TEXT.split("\n\n", 2);
        return parts[0] + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(parts[1].getBytes(UTF_8)) + "\n";
    }
}
