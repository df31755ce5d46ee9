package org.matterledger.launcher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.mail.SampleMail.Shown;

class MboxReaderTest {

    private static final String ENVELOPE = "From ann@client.example Tue Mar  3 08:15:09 2026\n";

    @Property(tries = 300)
    void gives_back_what_an_mboxrd_was_made_of(@ForAll("bodies") List<String> bodies) throws IOException {
        var messages = bodies.stream()
                .map(body -> "From: a@b.example\nSubject: x\n\n" + body)
                .toList();
        var mbox = messages.stream()
                .map(message -> ENVELOPE + message.replaceAll("(?m)^(>*From )", ">$1") + "\n")
                .collect(Collectors.joining());
        assertThat(read(mbox).texts())
                .containsExactlyElementsOf(
                        messages.stream().map(text -> text + "\n").toList());
    }

    @Provide
    Arbitrary<List<String>> bodies() {
        var line = Arbitraries.of(
                "From here on",
                ">From there",
                ">>From: both",
                "From ",
                "Hello",
                "",
                "> quoted",
                "Subject: none",
                "\tFrom x");
        return line.list()
                .ofMaxSize(8)
                .map(lines -> lines.stream().map(text -> text + "\n").collect(Collectors.joining()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Test
    void takes_the_quoting_of_an_mboxo_back_too() throws IOException {
        var shown = read(ENVELOPE + PLAIN + ">From now on all is well.\n");
        assertThat(shown.texts().getFirst()).endsWith("\nFrom now on all is well.\n");
    }

    @Test
    void does_not_part_a_message_at_a_line_of_text_that_begins_with_from() throws IOException {
        var text =
                PLAIN + "\nFrom what I see at 10:30 in 2026: nothing.\nPlease wait.\n\nFrom Mar 3 10:15 on, no mail.\n";
        assertThat(read(ENVELOPE + text).texts()).containsExactly(text);
    }

    @Test
    void does_not_take_a_label_for_a_header() throws IOException {
        var text = PLAIN + "\nFrom our side:\nNote: nothing.\n";
        assertThat(read(ENVELOPE + text).texts()).containsExactly(text);
    }

    @Test
    void parts_messages_without_an_empty_line_between_them() throws IOException {
        assertThat(read(ENVELOPE + PLAIN + ENVELOPE + PLAIN).texts()).containsExactly(PLAIN, PLAIN);
    }

    @Test
    void parts_messages_whose_from_line_has_no_time() throws IOException {
        var plain = "From somebody\n" + PLAIN;
        assertThat(read(plain + "\n" + plain).texts()).containsExactly(PLAIN + "\n", PLAIN);
    }

    @Test
    void says_where_each_begins_and_when_it_was_delivered() throws IOException {
        var shown = read(ENVELOPE + PLAIN + "\nFrom 17@xxx Tue Mar 03 10:15:09 +0200 2026\n" + PLAIN);
        assertThat(shown.messages())
                .extracting(message -> message.place().offset())
                .containsExactly(0L, (long) ENVELOPE.length() + PLAIN.length() + 1);
        assertThat(shown.delivered(0)).isEqualTo(Instant.parse("2026-03-03T08:15:09Z"));
        assertThat(shown.delivered(1)).isEqualTo(Instant.parse("2026-03-03T08:15:09Z"));
    }

    @Test
    void reads_lines_that_end_as_on_windows_and_a_mark_of_byte_order() throws IOException {
        var mbox = "\ufeff" + (ENVELOPE + PLAIN + "\n" + ENVELOPE + PLAIN).replace("\n", "\r\n");
        assertThat(read(mbox).texts()).hasSize(2).allMatch(text -> text.startsWith("From: Ann Lee"));
    }

    @Test
    void shows_messages_of_which_only_the_From_line_is_left() throws IOException {
        var shown = read(ENVELOPE + "\n" + ENVELOPE + "\n" + ENVELOPE + PLAIN + "\n" + ENVELOPE);
        assertThat(shown.texts()).containsExactly("\n", "\n", PLAIN + "\n", "");
        assertThat(Form.of((ENVELOPE + "\n" + ENVELOPE + PLAIN).getBytes(UTF_8)))
                .isEqualTo(Form.MBOX);
    }

    @Test
    void loses_no_text_before_the_first_message() throws IOException {
        var shown = read("Export of 3 March\n" + ENVELOPE + PLAIN);
        assertThat(shown.texts()).containsExactly(PLAIN);
        assertThat(shown.brokenOnes()).hasSize(1);
    }

    @Test
    void reads_lines_without_an_end_in_pieces() throws IOException {
        var text = PLAIN + "0".repeat(65_536) + ENVELOPE + "Subject: x\n" + "0".repeat(300_000) + "\n";
        assertThat(read(ENVELOPE + text).texts()).containsExactly(text);
    }

    @Test
    void believes_a_length_where_the_next_message_stands_at_its_end() throws IOException {
        var along =
                "Look at this mailbox:\n\n" + ENVELOPE + "From: Eva <eva@other.example>\nSubject: Old\n\nLong ago.\n";
        var bearer = "From: a@b.example\nContent-Length: %d\n\n".formatted(along.length()) + along;
        assertThat(read(ENVELOPE + bearer + "\n" + ENVELOPE + PLAIN + "\n").texts())
                .containsExactly(bearer + "\n", PLAIN + "\n");
        assertThat(read(ENVELOPE + PLAIN + "\n" + ENVELOPE + bearer).texts()).containsExactly(PLAIN + "\n", bearer);
    }

    @Test
    void believes_no_length_that_leads_into_another_message_or_beyond_the_end() throws IOException {
        for (var wrong : List.of(50, 100_000)) {
            var first = "From: a@b.example\nContent-Length: %d\n\nHello.\n".formatted(wrong);
            assertThat(read(ENVELOPE + first + "\n" + ENVELOPE + PLAIN).texts()).containsExactly(first + "\n", PLAIN);
        }
    }

    @Test
    void reads_lines_that_end_as_on_old_macs() throws IOException {
        var mbox = (ENVELOPE + PLAIN + "\n" + ENVELOPE + PLAIN).replace("\n", "\r");
        var files = new MailFiles(List.of(SampleMail.file(mbox)), List.of(), () -> {});
        assertThat(SampleMail.shown(files).texts()).containsExactly(PLAIN + "\n", PLAIN);
    }

    private static Shown read(String mbox) throws IOException {
        return SampleMail.readAsMbox(mbox);
    }
}
