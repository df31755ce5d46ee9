package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.SharedData;

/** Real mailboxes, which stand beside the project: imported, counted apart by a few lines here, and imported again. */
class SharedMailImportTest {

    @TempDir
    Path home;

    private Imported ledger;

    @BeforeEach
    void opens() {
        ledger = new Imported(TestDatabase.fresh(), home);
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    private static ImportTerms firm(String... domains) {
        return ImportTerms.of(List.of(domains), List.of(), null, MatterBy.CLIENT, null, null, null);
    }

    private long number(String sql) {
        return ledger.database().sql(sql).query(Long.class).single();
    }

    /** Everything that was read became something. */
    private void assertAccountedFor(long read) {
        assertThat(number("""
                select imported + duplicates + broken + unassigned
                       + (select coalesce(sum(value::bigint), 0) from jsonb_each_text(skipped))
                  from command.mail_import order by number desc limit 1""")).isEqualTo(read);
        assertThat(number("select read from command.mail_import order by number desc limit 1"))
                .isEqualTo(read);
    }

    private void assertAddsNothing(Path mail, ImportTerms terms) {
        var before = ledger.events();
        ledger.run(mail, terms);
        assertThat(ledger.events()).isEqualTo(before);
        assertThat(number("select imported from command.mail_import order by number desc limit 1"))
                .isZero();
    }

    @Test
    void two_lawyers_at_a_company() throws IOException {
        var mail = SharedData.file("mail/legal-maildir");
        List<Path> files;
        try (var tree = Files.walk(mail)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        ledger.run(mail, firm("enron.com"));
        assertAccountedFor(files.size());
        assertThat(number("select count(*) from ledger.event where type = 'matter.opened'"))
                .isEqualTo(number("select count(*) from command.mail_import_matter"));
        assertAddsNothing(mail, firm("enron.com"));
    }

    @Test
    void a_letter_of_two_lawyers_tells_a_matter_where_anybody_outside_wrote_or_was_written_to() {
        var mail = SharedData.file("mail/legal-maildir");
        var read = ImportOfMail.read(mail, Imported.NOW, Progress.NONE);
        var plan = Planning.of(read, firm("enron.com").firm(), List.of(), MatterBy.CLIENT);
        assertThat(plan.matters().stream().flatMap(matter -> matter.letters().stream()))
                .isNotEmpty()
                .allMatch(told -> outside(mail.resolve(told.letter().place().path())));
        assertThat(plan.skipped().stream().filter(left -> left.reason().equals(Planning.AMONG_COLLEAGUES)))
                .isNotEmpty()
                .noneMatch(left -> outside(mail.resolve(left.letter().place().path())));
    }

    /** Whether anybody but the company stands in From, To, Cc or Bcc. */
    private static boolean outside(Path file) {
        try {
            var head = Files.readString(file, StandardCharsets.ISO_8859_1)
                    .split("\r?\n\r?\n", 2)[0]
                    .replaceAll("\r?\n[ \t]+", " ");
            return Pattern.compile("(?m)^(?:From|To|Cc|Bcc): (.*)$")
                    .matcher(head)
                    .results()
                    .flatMap(field -> Pattern.compile("[\\w.'+-]+@([\\w-]+\\.[\\w.-]+)")
                            .matcher(field.group(1))
                            .results())
                    .map(address -> address.group(1).toLowerCase(java.util.Locale.ROOT))
                    .anyMatch(domain -> !domain.equals("enron.com") && !domain.endsWith(".enron.com"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_vendors_support_list() throws IOException {
        var mail = SharedData.file("mail/archives/support-list-2023.mbox");
        var messages = lines(mail, Pattern.compile("(?m)^From \\S+ .*\\d{4}$")).count();
        var terms = firm("ettus.com", "ni.com", "emerson.com");
        ledger.run(mail, terms);
        assertAccountedFor(messages);
        assertThat(number("select imported from command.mail_import")).isGreaterThan(messages * 9 / 10);
        assertAddsNothing(mail, terms);
    }

    @Test
    void one_month_of_a_list_from_two_exporters() throws IOException {
        var mail = SharedData.file("mail/archives/user-list-2020-07.mbox");
        var writer = lines(mail, Pattern.compile("(?mi)^From: .*?([\\w.+-]+(?:@| at )[\\w-]+\\.[\\w.-]+)"))
                .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT).replace(" at ", "@"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(java.util.Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        var terms = ImportTerms.of(List.of(), List.of(writer), null, MatterBy.CLIENT, null, null, null);
        ledger.run(mail, terms);
        assertAccountedFor(108);
        assertThat(number("select imported from command.mail_import")).isPositive();
        assertAddsNothing(SharedData.file("mail/archives/user-list-2020-07.other-exporter.mbox"), terms);
    }

    @Test
    void hard_messages() {
        ledger.run(SharedData.file("mail/edge"), firm("example.com"));
        assertAccountedFor(34);
    }

    private static java.util.stream.Stream<MatchResult> lines(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results();
    }
}
