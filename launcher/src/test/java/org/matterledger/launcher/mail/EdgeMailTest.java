package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.matterledger.launcher.mail.SampleMail.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.values.SharedData;

/** Each of the hard messages is what it is, and says what could not be read of it. */
class EdgeMailTest {

    private static final String UNDATED = "it has no date";
    private static final String UUENCODED = "files stand within its text (uuencode): 1";
    private static final String TNEF = "a part is in Outlook's own form (TNEF) and is not opened";
    private static final String GARBLED = "its text has characters that can't be read";

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("apple-mail-with-attachments", Kind.PERSONAL, List.of()),
                arguments("bcc-contact-reply", Kind.PERSONAL, List.of(UNDATED)),
                arguments("dos-linebreaks", Kind.PERSONAL, List.of()),
                arguments("empty-return-path", Kind.BOUNCE, List.of("it names failed recipients")),
                arguments("forward-quoting-example", Kind.PERSONAL, List.of()),
                arguments("incoming-request-attach-attachments", Kind.PERSONAL, List.of(UNDATED)),
                arguments("incoming-request-attachment-unknown-extension", Kind.PERSONAL, List.of(UNDATED)),
                arguments("incoming-request-bad-uuencoding", Kind.PERSONAL, List.of(UUENCODED)),
                arguments("incoming-request-oft-attachments", Kind.PERSONAL, List.of()),
                arguments("incoming-request-plain", Kind.PERSONAL, List.of(UNDATED)),
                arguments("incoming-request-tnef-only", Kind.PERSONAL, List.of(TNEF)),
                arguments("inline-uuencode", Kind.PERSONAL, List.of(UUENCODED)),
                arguments("iso8859_2_raw_email", Kind.PERSONAL, List.of()),
                arguments("malformed-to-and-cc", Kind.PERSONAL, List.of()),
                arguments("mislabelled-as-iso-8859-1", Kind.PERSONAL, List.of()),
                arguments(
                        "multipart-unicode-unix-endings",
                        Kind.PERSONAL,
                        List.of("it names no sender in From", UNDATED)),
                arguments(
                        "nested-attachments-premature-end", Kind.PERSONAL, List.of("text stands behind its last part")),
                arguments("no-part-charset-bad-utf8", Kind.PERSONAL, List.of("its date is later than its receipt")),
                arguments("non-utf8-filename", Kind.PERSONAL, List.of()),
                arguments("part-without-charset-in-content-type", Kind.PERSONAL, List.of()),
                arguments("quoted-subject-iso8859-1", Kind.PERSONAL, List.of()),
                arguments("raw_email_2", Kind.PERSONAL, List.of()),
                arguments("raw_email_4", Kind.PERSONAL, List.of()),
                arguments("rfc822-attachment", Kind.PERSONAL, List.of()),
                arguments("simple-uuencoded-attachment", Kind.PERSONAL, List.of(UUENCODED)),
                arguments(
                        "subject-bad-utf-8-trailing-base64",
                        Kind.PERSONAL,
                        List.of("its subject has characters that can't be read")),
                arguments("tnef-attachment-empty", Kind.PERSONAL, List.of(TNEF)),
                arguments("track-response-abcmail-oof", Kind.AUTOMATIC, List.of("Auto-Submitted says so")),
                arguments("track-response-exim-bounce", Kind.BOUNCE, List.of("it names failed recipients")),
                arguments("track-response-lotus-oof-1", Kind.AUTOMATIC, List.of("Auto-Submitted says so")),
                arguments(
                        "track-response-messagelabs-oof-1",
                        Kind.AUTOMATIC,
                        List.of("its subject is an automatic answer's")),
                arguments("track-response-multipart-report", Kind.BOUNCE, List.of("it is a delivery report")),
                arguments("track-response-webshield-bounce", Kind.BOUNCE, List.of("its date names no zone")),
                arguments("utf-7-conversion", Kind.BOUNCE, List.of("it is a delivery report")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void is_recognised(String name, Kind kind, List<String> remarks) throws IOException {
        var letter = letter(name);
        assertThat(letter.kind()).isEqualTo(kind);
        assertThat(letter.remarks()).containsAll(remarks);
    }

    @Test
    void all_of_them_are_named_here() throws IOException {
        try (var files = Files.list(SharedData.file("mail/edge"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".eml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            messages().map(message -> (String) message.get()[0]).toList());
        }
    }

    @Test
    void headers_in_odd_charsets_are_read() throws IOException {
        assertThat(letter("quoted-subject-iso8859-1").subject()).isEqualTo("Câmara Responde: Banco de ideias");
        assertThat(letter("iso8859_2_raw_email").subject()).endsWith("pulave të importuara gjatë vitit 2010");
        assertThat(letter("malformed-to-and-cc").to())
                .extracting(Address::address)
                .containsExactly("bar@example.org");
    }

    private static Letter letter(String name) throws IOException {
        try (var mailbox = Mailbox.open(SharedData.file("mail/edge/" + name + ".eml"))) {
            var mail = Correspondence.read(mailbox, NOW, bytes -> {});
            assertThat(mail.broken()).isEmpty();
            return mail.letters().getFirst();
        }
    }
}
