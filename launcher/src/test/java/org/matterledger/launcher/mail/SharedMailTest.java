package org.matterledger.launcher.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matterledger.values.SharedData;

/** Counts on the real mail: as its README has them, and as a few lines of their own find them in the bytes. */
class SharedMailTest {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class The_two_lawyers {

        private static final String FOLDER = "mail/legal-maildir";
        private final Correspondence mail = read(FOLDER);
        private final List<String> files = files(FOLDER);

        @Test
        void wrote_567_letters_of_which_15_repeat_another_under_a_different_id() {
            var letters = mail.letters();
            assertThat(letters).hasSize(567).extracting(Letter::identity).doesNotHaveDuplicates();
            assertThat(letters.size() - distinct(letters, Letter::sameLetter)).isEqualTo(15);
            assertThat(mail.broken()).isEmpty();
        }

        @Test
        void are_counted_alike_in_the_bytes() {
            var ids = files.stream()
                    .flatMap(text -> field(text, "Message-ID").stream())
                    .toList();
            var sames = files.stream()
                    .map(text -> field(text, "Date") + "|" + field(text, "From") + "|" + field(text, "Subject") + "|"
                            + body(text))
                    .collect(Collectors.toSet());
            var letters = mail.letters();
            assertThat(letters).extracting(Letter::messageId).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(distinct(letters, Letter::sameLetter)).isEqualTo(sames.size());
        }

        @Test
        void refer_to_no_letter_by_id_and_yet_have_threads() {
            var replies = mail.letters().stream()
                    .filter(letter -> Subjects.goesOn(letter.subject()))
                    .toList();
            var sizes = mail.letters().stream().collect(Collectors.groupingBy(mail::threadOf, Collectors.counting()));
            assertThat(mail.letters()).allMatch(letter -> letter.references().isEmpty());
            assertThat(replies.stream().filter(reply -> sizes.getOrDefault(mail.threadOf(reply), 0L) > 1))
                    .as("replies beside another letter of their exchange")
                    .hasSizeGreaterThan(90);
        }

        @Test
        void are_dated_by_themselves_but_for_those_in_the_year_1() {
            var impossible = files.stream()
                    .filter(text -> field(text, "Date").stream().anyMatch(date -> date.contains(" 0001 ")))
                    .count();
            assertThat(mail.letters())
                    .filteredOn(letter -> letter.dated() != DateBasis.DATE_HEADER)
                    .hasSize((int) impossible)
                    .allMatch(letter -> letter.dated() == DateBasis.NEIGHBOUR)
                    .allMatch(letter -> letter.at().toString().matches("200[01].*"));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class The_support_list {

        private static final String MBOX = "mail/archives/support-list-2023.mbox";
        private final Correspondence mail = read(MBOX);
        private final String raw = text(MBOX);

        @Test
        void has_1431_letters_all_of_them_contact_though_a_list_sent_them() {
            var letters = mail.letters();
            assertThat(letters).hasSize(1431).hasSize(count(raw, "(?m)^From usrp-users .*$"));
            assertThat(letters).extracting(Letter::identity).doesNotHaveDuplicates();
            assertThat(letters).allMatch(letter -> letter.kind() == Kind.PERSONAL);
            assertThat(count(raw, "(?m)^Precedence: list\\r?$")).isEqualTo(1431);
        }

        @Test
        void answers_1128_letters_by_id() {
            var answered = messages(raw).stream()
                    .filter(text -> field(text, "In-Reply-To").stream().anyMatch(id -> !id.isBlank()))
                    .flatMap(text -> field(text, "Message-ID").stream())
                    .collect(Collectors.toSet());
            var referring = mail.letters().stream()
                    .filter(letter -> answered.contains(letter.messageId()))
                    .filter(letter -> !letter.references().isEmpty());
            assertThat(answered).hasSize(1128);
            assertThat(referring).hasSize(1128);
        }

        @Test
        void names_the_true_sender_of_each_letter_that_the_list_rewrote() {
            var rewritten = messages(raw).stream()
                    .filter(text -> field(text, "From").stream().anyMatch(from -> from.contains(" via ")))
                    .collect(Collectors.toMap(
                            text -> field(text, "Message-ID").orElseThrow(),
                            text -> field(text, "X-MailFrom").orElseThrow()));
            assertThat(rewritten).hasSize(189);
            assertThat(mail.letters().stream().filter(letter -> rewritten.containsKey(letter.identity())))
                    .hasSize(189)
                    .allSatisfy(letter -> {
                        assertThat(letter.postedAs()).isNotNull();
                        assertThat(letter.from())
                                .isNotNull()
                                .extracting(Address::address)
                                .isEqualTo(Objects.requireNonNull(rewritten.get(letter.identity()))
                                        .toLowerCase(Locale.ROOT));
                    });
        }

        @Test
        void joins_what_refers_to_each_other_and_nothing_else_in_the_bytes() {
            var joined = new HashMap<String, String>();
            for (var text : messages(raw)) {
                var ids = Stream.of("Message-ID", "References", "In-Reply-To")
                        .flatMap(name -> field(text, name).stream())
                        .flatMap(value -> Pattern.compile("[^\\s<>,]+@[^\\s<>,]+")
                                .matcher(value)
                                .results())
                        .map(found -> found.group())
                        .toList();
                ids.forEach(id -> joined.put(root(joined, id), root(joined, ids.getFirst())));
            }
            var threads = new HashMap<String, String>();
            for (var letter : mail.letters()) {
                var before = threads.putIfAbsent(root(joined, letter.identity()), mail.threadOf(letter));
                assertThat(before).as(letter.identity()).isIn(null, mail.threadOf(letter));
            }
        }

        private static String root(Map<String, String> joined, String id) {
            var above = joined.getOrDefault(id, id);
            return above.equals(id) ? id : root(joined, above);
        }
    }

    @Nested
    class The_user_list {

        @Test
        void is_the_same_from_both_exporters() {
            var one = read("mail/archives/user-list-2020-07.mbox").letters();
            var other =
                    read("mail/archives/user-list-2020-07.other-exporter.mbox").letters();
            var ids = messages(text("mail/archives/user-list-2020-07.mbox")).stream()
                    .flatMap(text -> field(text, "Message-ID").stream())
                    .toList();
            assertThat(ids).hasSize(108);
            assertThat(one).extracting(Letter::identity).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(digests(other)).isEqualTo(digests(one)).hasSize(108);
            assertThat(one).allMatch(letter -> letter.kind() == Kind.PERSONAL);
        }

        private static Map<String, String> digests(List<Letter> letters) {
            return letters.stream()
                    .collect(Collectors.toMap(
                            Letter::identity, letter -> letter.digest().value()));
        }
    }

    private static Correspondence read(String path) {
        try (var mailbox = Mailbox.open(SharedData.file(path))) {
            return Correspondence.read(mailbox, NOW, bytes -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long distinct(List<Letter> letters, Function<Letter, String> by) {
        return letters.stream().map(by).distinct().count();
    }

    private static String text(String path) {
        return read(SharedData.file(path));
    }

    private static List<String> files(String path) {
        try (var files = Files.walk(SharedData.file(path))) {
            return files.filter(Files::isRegularFile).map(SharedMailTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> messages(String mbox) {
        return Stream.of(mbox.split("(?m)^From \\S+ +\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\\r?\\n"))
                .skip(1)
                .toList();
    }

    /** The first of the name in the header, unfolded, without brackets around an id. */
    private static Optional<String> field(String message, String name) {
        var header = FOLD.matcher(message.split("\\r?\\n\\r?\\n", 2)[0]).replaceAll(" ");
        var field =
                Pattern.compile("(?im)^" + name + ":[ \\t]*(.*?)[ \\t]*\\r?$").matcher(header);
        return field.find() ? Optional.of(field.group(1).replaceAll("^<([^<>]*)>$", "$1")) : Optional.empty();
    }

    private static String body(String message) {
        return message.split("\\r?\\n\\r?\\n", 2)[1].replaceAll("\\s+", " ");
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
