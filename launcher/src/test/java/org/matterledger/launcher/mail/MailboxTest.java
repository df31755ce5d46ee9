package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;
import static org.matterledger.launcher.mail.SampleMail.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.mail.SampleMail.Shown;

class MailboxTest {

    private static final String ENVELOPE = "From ann@client.example Tue Mar  3 08:15:09 2026\n";

    @TempDir
    private Path folder;

    @Nested
    class A_maildir {

        @Test
        void shows_what_is_in_cur_and_new_of_all_folders_and_not_what_is_still_being_written() throws IOException {
            write("cur/1772525709.M1P2.host:2,S", PLAIN);
            write("new/1772525710.M1P3.host", PLAIN);
            write(".Clients.Lee/cur/1772525711.M1.host:2,RS", PLAIN);
            write("Archive/2025/new/1772525712.M1.host", PLAIN);
            write("tmp/1772525713.M1.host", PLAIN);
            write("cur/.nfs0001", PLAIN);
            write("dovecot.index.cache", "no mail");
            write("maildirfolder", "");
            var shown = read(folder);
            assertThat(shown.paths())
                    .containsExactlyInAnyOrder(
                            "cur/1772525709.M1P2.host:2,S",
                            "new/1772525710.M1P3.host",
                            ".Clients.Lee/cur/1772525711.M1.host:2,RS",
                            "Archive/2025/new/1772525712.M1.host");
            assertThat(shown.brokenOnes()).isEmpty();
        }

        @Test
        void knows_when_a_message_was_delivered() throws IOException {
            write("cur/1772525709.M1P2.host:2,S", PLAIN);
            assertThat(read(folder).delivered(0)).isEqualTo(Instant.parse("2026-03-03T08:15:09Z"));
        }

        @Test
        void knows_drafts_by_their_flag_and_by_their_folder() throws IOException {
            write("cur/1.a:2,DS", PLAIN);
            write(".Entw&APw-rfe/cur/2.a:2,S", PLAIN);
            write(".INBOX.Drafts/cur/3.a:2,S", PLAIN);
            write("new/4.a", PLAIN);
            assertThat(read(folder).messages())
                    .filteredOn(RawMessage::draft)
                    .extracting(message -> message.place().path())
                    .containsExactlyInAnyOrder(
                            "cur/1.a:2,DS", ".Entw&APw-rfe/cur/2.a:2,S", ".INBOX.Drafts/cur/3.a:2,S");
        }

        @Test
        void shows_even_what_is_hardly_a_message() throws IOException {
            write("cur/1.a", PLAIN);
            write("cur/2.a", "no header at all");
            assertThat(read(folder).paths()).contains("cur/2.a");
        }
    }

    @Nested
    class A_folder_tree {

        @Test
        void shows_one_message_per_file_whatever_its_name_as_a_person_counts() throws IOException {
            write("inbox/10.", PLAIN);
            write("inbox/2.", PLAIN);
            write("inbox/letter.eml", PLAIN);
            write("inbox/.hidden", PLAIN);
            assertThat(read(folder).paths())
                    .containsExactly("inbox/2.", "inbox/10.", "inbox/.hidden", "inbox/letter.eml");
        }

        @Test
        void takes_no_letter_for_a_draft_because_of_the_name_of_its_file() throws IOException {
            write("Clients/Draft.eml", PLAIN);
            write("Clients/2. Drafts", PLAIN);
            write("Drafts/3.eml", PLAIN);
            write("Entwu\u0308rfe/4.eml", PLAIN);
            write("Old/Drafts.mbox", ENVELOPE + PLAIN);
            assertThat(read(folder).messages())
                    .filteredOn(RawMessage::draft)
                    .extracting(message -> message.place().path())
                    .containsExactlyInAnyOrder("Drafts/3.eml", "Entwu\u0308rfe/4.eml", "Old/Drafts.mbox");
        }

        @Test
        void shows_the_messages_of_mboxes_in_it_too() throws IOException {
            write("a/old.mbox", ENVELOPE + PLAIN + "\n" + ENVELOPE + PLAIN);
            write("a/tmp/1", PLAIN);
            assertThat(read(folder).paths()).containsExactly("a/old.mbox", "a/old.mbox", "a/tmp/1");
        }

        @Test
        void reports_what_is_no_mail_with_its_place() throws IOException {
            write("1.", PLAIN);
            write("picture.png", "\u0089PNG");
            write("nothing", "");
            write("letters.zip", "PK\u0003\u0004");
            assertThat(read(folder).brokenOnes())
                    .extracting(broken -> broken.place().path())
                    .containsExactlyInAnyOrder("picture.png", "nothing", "letters.zip");
        }

        @Test
        void does_not_follow_links_out_of_it() throws IOException {
            write("in/1.", PLAIN);
            write("out/2.", PLAIN);
            Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("out"));
            var shown = read(folder.resolve("in"));
            assertThat(shown.paths()).containsExactly("1.");
            assertThat(shown.brokenOnes())
                    .singleElement()
                    .extracting(Broken::reason)
                    .asString()
                    .contains("link");
        }
    }

    @Nested
    class A_zip {

        @Test
        void is_read_without_being_unpacked() throws IOException {
            var zip = zip("box/cur/1772525709.a:2,S", PLAIN, "box/old.mbox", ENVELOPE + PLAIN, "__MACOSX/x", "?");
            var shown = read(zip);
            assertThat(shown.paths()).containsExactly("box/cur/1772525709.a:2,S", "box/old.mbox");
            assertThat(shown.brokenOnes()).isEmpty();
        }

        @Test
        void may_not_lead_out_of_itself() throws IOException {
            var shown = read(zip("../../evil", PLAIN, "/etc/evil", PLAIN, "good", PLAIN));
            assertThat(shown.paths()).containsExactly("good");
            assertThat(shown.brokenOnes())
                    .extracting(Broken::reason)
                    .containsExactly("its name leads out of the ZIP", "its name leads out of the ZIP");
        }

        @Test
        void that_unpacks_to_more_than_letters_can_is_not_read_to_its_end() throws IOException {
            var shown = read(zip("good", PLAIN, "bomb", PLAIN + "0".repeat(60_000_000)));
            assertThat(shown.paths()).containsExactly("good");
            assertThat(shown.brokenOnes())
                    .singleElement()
                    .extracting(Broken::reason)
                    .asString()
                    .contains("more comes out of the ZIP");
        }

        @Test
        void of_many_entries_may_not_unpack_to_more_than_letters_can_either() throws IOException {
            var dense = PLAIN + "0".repeat(9_000_000);
            var shown = read(zip("1", dense, "2", dense, "3", dense, "4", dense));
            assertThat(shown.messages()).hasSizeLessThan(4);
            assertThat(shown.brokenOnes())
                    .isNotEmpty()
                    .allSatisfy(broken -> assertThat(broken.reason()).contains("more comes out of the ZIP"));
        }

        @Test
        void gives_nothing_else_than_went_in() throws IOException {
            var zip = zip("damaged", PLAIN.repeat(3), "good", PLAIN);
            var bytes = Files.readAllBytes(zip);
            bytes[30 + "damaged".length() + 40] ^= 1;
            Files.write(zip, bytes);
            var shown = read(zip);
            assertThat(shown.paths()).containsExactly("good");
            assertThat(shown.brokenOnes())
                    .extracting(broken -> broken.place().path())
                    .containsExactly("damaged");
        }

        @Test
        void that_is_encrypted_says_so() throws IOException {
            var zip = zip("good", PLAIN);
            var bytes = Files.readAllBytes(zip);
            bytes[6] |= 1;
            bytes[new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002") + 8] |= 1;
            Files.write(zip, bytes);
            assertThatThrownBy(() -> Mailbox.open(zip)).hasMessageContaining("encrypted");
        }

        @Test
        void that_is_cut_off_is_no_mail() throws IOException {
            var zip = zip("good", PLAIN);
            Files.write(zip, java.util.Arrays.copyOf(Files.readAllBytes(zip), 60));
            assertThatThrownBy(() -> Mailbox.open(zip)).isInstanceOf(CannotRead.class);
        }
    }

    @Nested
    class What_can_not_be_read {

        @Test
        void is_one_line_that_names_the_path() throws IOException {
            Files.createDirectory(folder.resolve("empty"));
            write("text/a", "Shopping list\n\nmilk\n");
            write("nothing", "");
            for (var path : new String[] {"missing", "empty", "text", "text/a", "nothing"}) {
                assertThatThrownBy(() -> Mailbox.open(folder.resolve(path)))
                        .as(path)
                        .isInstanceOf(CannotRead.class)
                        .hasMessageContaining(folder.resolve(path).toString())
                        .hasMessageNotContaining("\n");
            }
        }

        @Test
        void may_be_closed_to_us() throws IOException {
            var file = write("closed", PLAIN);
            assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "who runs this reads everything");
            assertThatThrownBy(() -> Mailbox.open(file))
                    .isInstanceOf(CannotRead.class)
                    .hasMessageContaining("no access");
        }
    }

    @Test
    void a_single_message_is_a_mailbox() throws IOException {
        assertThat(read(write("one.eml", PLAIN)).texts()).containsExactly(PLAIN);
    }

    @Test
    void says_how_much_there_is_to_read() throws IOException {
        write("1.", PLAIN);
        write("2.", PLAIN);
        try (var mailbox = Mailbox.open(folder)) {
            assertThat(mailbox.bytes()).isEqualTo(2L * PLAIN.length());
        }
    }

    private static Shown read(Path path) throws IOException {
        try (var mailbox = Mailbox.open(path)) {
            return shown(mailbox);
        }
    }

    private Path write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path zip(String... namesAndTexts) throws IOException {
        var file = folder.resolve("box.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
