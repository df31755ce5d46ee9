package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.mailimport.SampleMail.ANNA;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.TestDatabase;

/** What a mailbox becomes in a ledger, on a real database. */
class MailImportTest {

    @TempDir
    Path home;

    @TempDir
    Path mail;

    private Imported ledger;

    @BeforeEach
    void opens() {
        ledger = new Imported(TestDatabase.fresh(), home);
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    private List<String> facts(String type) {
        return ledger.database()
                .sql("select payload::text from ledger.event where type = :type order by noted_at, position")
                .param("type", type)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return ledger.database().sql(sql).query(Long.class).single();
    }

    @Nested
    class A_mailbox {

        @BeforeEach
        void is_imported() {
            ledger.run(new SampleMail(mail).usual().folder());
        }

        @Test
        void makes_a_client_of_a_company_and_one_of_an_address_of_a_public_provider() {
            assertThat(facts("client.registered")).hasSize(2);
            assertThat(facts("client.contact-person-named")).hasSize(3);
        }

        @Test
        void tells_each_matter_what_was_written_with_its_client_and_what_colleagues_wrote_to_no_one() {
            assertThat(facts("matter.opened")).hasSize(2);
            assertThat(facts("message.received")).hasSize(3);
            assertThat(facts("message.sent")).hasSize(2);
        }

        @Test
        void lets_each_matter_live_in_the_time_of_its_letters() {
            assertThat(count("select count(*) from ledger.event where stream like 'matter-%'"
                            + " and (noted_at >= '2024-03-07' or metadata::text not like '%importedAt%')"))
                    .isZero();
        }

        @Test
        void says_that_all_of_it_came_by_import() {
            assertThat(count("select count(*) from ledger.event where stream like 'matter-%'"
                            + " and metadata::text not like '%\"import\"%'"))
                    .isZero();
        }

        @Test
        void shows_what_became_of_the_replies() {
            assertThat(facts("obligation.armed").stream().filter(armed -> armed.contains("\"REPLY\"")))
                    .hasSize(3);
            assertThat(facts("obligation.fulfilled").stream().filter(kept -> kept.contains("-reply\"")))
                    .as("Olha answers Marta")
                    .hasSize(1);
            assertThat(facts("obligation.breached"))
                    .as("Marta's thanks and Anna's question")
                    .hasSize(2);
        }

        @Test
        void suggests_that_thanks_need_no_answer_and_decides_nothing() {
            assertThat(facts("message.received").stream().filter(told -> told.contains("noAnswerSuggested")))
                    .hasSize(1);
            assertThat(facts("entry.answer-waived")).isEmpty();
        }

        @Test
        void keeps_no_word_of_what_was_written() {
            assertThat(count("select count(*) from ledger.event where payload::text like '%appointment%'"
                            + " or payload::text like '%marta%' or payload::text like '%Marta%'"))
                    .isZero();
        }

        @Test
        void adds_nothing_when_it_is_imported_again() {
            var before = ledger.record();
            var again = ledger.run(mail);
            assertThat(ledger.record()).isEqualTo(before);
            assertThat(again.lines()).contains("imported    0", "duplicates  5");
        }

        @Test
        void adds_nothing_when_another_program_exports_it_otherwise(@TempDir Path other) {
            var before = ledger.record();
            new SampleMail(other)
                    .holds(
                            mail("m5", ANNA, OLHA, "2024-03-05T09:00:00Z")
                                    .with("X-Exported-By: another")
                                    .saying("May I have an appointment?\n\n-- \nexported"),
                            mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z").with("X-Folder: in"));
            ledger.run(other, Imported.terms().until(Instant.parse("2024-03-06T09:00:00Z"), false));
            assertThat(ledger.record()).isEqualTo(before);
        }

        @Test
        void is_counted_beside_the_record() {
            assertThat(count("select read + 10 * imported from command.mail_import"))
                    .isEqualTo(56);
            assertThat(count("select count(*) from command.mail_import_matter")).isEqualTo(2);
            assertThat(count("select count(*) from command.mail_import_message where what = 'SKIPPED'"
                            + " and reason = 'AMONG_COLLEAGUES' and place::text like '%ciphertext%'"))
                    .isOne();
        }
    }

    @Test
    void a_letter_that_came_twice_under_different_ids_is_told_twice_and_counts_once() {
        new SampleMail(mail)
                .holds(
                        mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z").saying("Where do we stand?"),
                        mail("other", MARTA, OLHA, "2024-03-04T09:00:00Z").saying("Where do we stand?"));
        ledger.run(mail);
        assertThat(facts("message.received")).hasSize(2);
        assertThat(facts("message.received").stream().filter(told -> told.contains("copyOf")))
                .hasSize(1);
        assertThat(facts("obligation.armed").stream().filter(armed -> armed.contains("\"REPLY\"")))
                .hasSize(1);
    }

    @Test
    void a_letter_that_came_under_another_id_is_known_in_a_later_import_too(@TempDir Path later) {
        ledger.run(new SampleMail(mail)
                .holds(mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z").saying("Where do we stand?"))
                .folder());
        ledger.run(new SampleMail(later)
                .holds(mail("other", MARTA, OLHA, "2024-03-04T09:00:00Z").saying("Where do we stand?"))
                .folder());
        assertThat(facts("message.received").stream().filter(told -> told.contains("copyOf")))
                .hasSize(1);
    }

    @Test
    void a_time_that_had_to_be_found_says_so() {
        new SampleMail(mail)
                .holds(
                        mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z"),
                        mail("m2", MARTA, OLHA, "").with("Received: from a by b; Mon, 4 Mar 2024 10:00:00 +0000"));
        ledger.run(mail);
        assertThat(facts("message.received").stream().filter(told -> told.contains("TIME_RECONSTRUCTED")))
                .hasSize(1);
    }

    /** A mailbox of a colleague comes second: what was sent from it answered in time all the same. */
    @Test
    void mailboxes_may_come_in_any_order(@TempDir Path second) {
        ledger.run(new SampleMail(mail)
                .holds(
                        mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z"),
                        mail("m9", MARTA, OLHA, "2024-05-06T09:00:00Z").with("X: other topic"))
                .folder());
        ledger.run(new SampleMail(second)
                .holds(mail("m2", OLHA, MARTA, "2024-03-04T11:00:00Z").answering("m1"))
                .folder());
        assertThat(facts("message.sent")).allMatch(told -> !told.contains("RECORDED_TOO_LATE"));
        assertThat(facts("obligation.breach-reassessed")).isNotEmpty();
    }

    @Test
    void nobody_is_taken_for_the_firm_by_guess() {
        new SampleMail(mail).usual();
        assertThatThrownBy(() ->
                        ledger.run(mail, ImportTerms.of(List.of(), List.of(), null, MatterBy.CLIENT, null, null, null)))
                .hasMessageContaining("--firm-domain")
                .hasMessageContaining("firm.example (3)");
        assertThat(ledger.events()).isZero();
    }
}
