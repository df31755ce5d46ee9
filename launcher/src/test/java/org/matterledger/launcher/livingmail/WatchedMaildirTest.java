package org.matterledger.launcher.livingmail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.livingmail.WatchedMailbox.CannotLook;
import org.matterledger.launcher.livingmail.WatchedMailbox.Found;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.LetterReader;

/** A Maildir, looked into by itself. */
class WatchedMaildirTest {

    private static final MailboxRows ROWS = WatchedRows.fresh();

    @TempDir
    private Path home = Path.of("");

    private Path mail = Path.of("");

    @BeforeEach
    void is_a_maildir() throws IOException {
        mail = home.resolve("Maildir");
        for (var part : List.of("tmp", "new", "cur")) {
            Files.createDirectories(mail.resolve(part));
        }
    }

    private WatchedMaildir folder() {
        return new WatchedMaildir(mail, ROWS, name -> Integer.toHexString(name.hashCode()));
    }

    private Path written(String where) throws IOException {
        return Files.writeString(mail.resolve(where), "Subject: x\n\nGood morning\n", UTF_8);
    }

    private static List<String> names(List<Found> found) {
        return found.stream().map(one -> one.place().path()).toList();
    }

    @Test
    void what_is_still_being_delivered_is_not_there_yet() throws Exception {
        written("tmp/1770000001.half");
        written("new/.1770000002.copied");
        assertThat(folder().next()).isEmpty();
    }

    @Test
    void a_file_is_known_again_wherever_it_is_moved_and_whatever_its_flags() throws Exception {
        var folder = folder();
        var letter = written("new/1770000001.a");
        folder.told(folder.next());
        var moved = Files.move(letter, mail.resolve("cur/1770000001.a:2,S"));
        assertThat(folder.next()).isEmpty();
        Files.createDirectories(mail.resolve(".Done/cur"));
        Files.move(moved, mail.resolve(".Done/cur/1770000001.a:2,RS"));
        assertThat(folder.next()).isEmpty();
        assertThat(folder().next()).as("after a restart").isEmpty();
    }

    @Test
    void a_folder_that_is_gone_is_missed_and_what_was_told_is_known_when_it_is_back() throws Exception {
        var folder = folder();
        written("new/1770000001.a");
        folder.told(folder.next());
        var away = Files.move(mail, home.resolve("away"));
        assertThatThrownBy(folder::next)
                .isInstanceOf(CannotLook.class)
                .hasMessage("the mail folder " + mail + " is not there, or no Maildir");
        Files.move(away, mail);
        written("new/1770000002.b");
        assertThat(names(folder.next())).containsExactly("new/1770000002.b");
    }

    @Test
    void an_empty_place_where_a_folder_is_usually_mounted_is_no_folder_without_letters() throws Exception {
        for (var part : List.of("tmp", "new", "cur")) {
            Files.delete(mail.resolve(part));
        }
        assertThatThrownBy(folder()::next).isInstanceOf(CannotLook.class);
    }

    @Test
    void large_letters_are_not_all_in_memory_at_once() throws Exception {
        for (var i = 0; i < 3; i++) {
            sized("new/177000000" + i + ".large", 20_000_000);
        }
        var folder = folder();
        var found = folder.next();
        assertThat(found).hasSize(2);
        folder.told(found);
        assertThat(folder.next()).hasSize(1);
    }

    @Test
    void one_that_is_too_large_is_shown_as_broken_and_stops_no_other() throws Exception {
        sized("new/1770000001.huge", 100_000_001);
        written("new/1770000002.b");
        var found = folder().next();
        assertThat(found.getFirst().read(new LetterReader(Instant.parse("2026-02-10T12:00:00Z"))))
                .isEqualTo(new Broken(found.getFirst().place(), "it is larger than 100000000 bytes"));
        assertThat(found).hasSize(2);
    }

    @Test
    void one_that_cannot_be_read_stops_no_other_and_is_tried_again() throws Exception {
        // may be opened, and gives an error where it is read, even to root
        var letter = Files.createSymbolicLink(mail.resolve("new/1770000001.a"), Path.of("/proc/self/mem"));
        written("new/1770000002.b");
        var folder = folder();
        var found = folder.next();
        assertThat(names(found)).containsExactly("new/1770000002.b");
        folder.told(found);
        assertThat(folder.next()).isEmpty();
        Files.delete(letter);
        written("new/1770000001.a");
        assertThat(names(folder.next())).containsExactly("new/1770000001.a");
    }

    @Test
    void a_folder_that_fails_while_it_is_listed_cannot_be_read() throws Exception {
        written("new/1770000001.a");
        assertThatThrownBy(() -> WatchedMaildir.list(mail.resolve("new"), path -> {
                    throw new IOException("the disk is gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void a_file_whose_name_has_no_time_came_when_it_was_written() throws Exception {
        var written = Instant.parse("2026-02-10T12:00:00Z");
        Files.setLastModifiedTime(written("new/letter"), FileTime.from(written));
        assertThat(Objects.requireNonNull(folder().next().getFirst().message()).envelopeDate())
                .isEqualTo(written);
    }

    private void sized(String name, long bytes) throws IOException {
        try (var file = new RandomAccessFile(written(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }
}
