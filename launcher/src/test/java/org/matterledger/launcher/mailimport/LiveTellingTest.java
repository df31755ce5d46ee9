package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.mailimport.SampleMail.Message;

/** What a letter that comes alone goes on with. Each test has a client of its own. */
class LiveTellingTest {

    private static final Instant NOW = Imported.NOW;

    private static Imported ledger;

    @BeforeAll
    static void opens(@TempDir Path home) {
        ledger = new Imported(TestDatabase.fresh(), home);
    }

    @AfterAll
    static void closes() {
        ledger.close();
    }

    private static long look(Message... messages) throws InterruptedException {
        return look("inbox", messages);
    }

    /** One look, in which these letters are new. */
    private static long look(String mailbox, Message... messages) throws InterruptedException {
        var seen = Stream.of(messages)
                .map(message -> WatchedLetters.seen(message.id(), "", message))
                .toList();
        return WatchedLetters.look(ledger.bean(LiveTelling.class), mailbox, seen);
    }

    private static String hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours)).toString();
    }

    private static String client(String name) {
        return name + " <" + name + "@" + name + ".example>";
    }

    private static List<String> of(String letter, String path) {
        return ledger.database()
                .sql(
                        "select payload::jsonb #>> string_to_array(:path, '.') from ledger.event"
                                + " where type like 'message.%' and payload::jsonb -> 'source' ->> 'id' = :letter order by position")
                .param("path", path)
                .param("letter", letter)
                .query(String.class)
                .list();
    }

    private static String threadOf(String letter) {
        return of(letter, "thread").getFirst();
    }

    /** What became of duties in the matter that was told of a letter. */
    private static List<String> duties(String letter) {
        return ledger.database()
                .sql(
                        "select type || ' ' || (payload::jsonb ->> 'obligationId') from ledger.event"
                                + " where type like 'obligation.%' and stream = (select stream from ledger.event"
                                + " where type like 'message.%' and payload::jsonb -> 'source' ->> 'id' = :letter) order by sequence")
                .param("letter", letter)
                .query(String.class)
                .list();
    }

    @Nested
    class A_letter_without_references {

        @Test
        void that_comes_later_joins_the_thread_of_its_subject_and_people() throws Exception {
            look(mail("join-1", client("joiner"), OLHA, hoursAgo(5)));
            look(mail("join-2", OLHA, client("joiner"), hoursAgo(4)).headed("Re: Contract"));
            look(mail("join-3", client("joiner"), OLHA, hoursAgo(3)).headed("AW: Re: Contract"));
            assertThat(threadOf("join-2")).isEqualTo(threadOf("join-1"));
            assertThat(threadOf("join-3")).isEqualTo(threadOf("join-1"));
        }

        @Test
        void joins_the_thread_of_what_it_quotes_whoever_wrote_that() throws Exception {
            var words = "The lease of the northern mill ends in May unless both sides agree to go on with it.";
            look(mail("quote-1", client("quoter"), OLHA, hoursAgo(5)).saying(words));
            look(mail("quote-2", "Eva <eva@quoter.example>", OLHA, hoursAgo(4)).saying("Look at this.\n\n> " + words));
            assertThat(threadOf("quote-2")).isEqualTo(threadOf("quote-1"));
        }

        @Test
        void joins_nothing_for_a_common_subject_alone() throws Exception {
            look(mail("other-1", client("one-stranger"), OLHA, hoursAgo(5)).headed("Invoice"));
            look(mail("other-2", client("another-stranger"), OLHA, hoursAgo(4)).headed("Re: Invoice"));
            look(mail("other-3", client("one-stranger"), OLHA, hoursAgo(3)).headed("Invoice"));
            assertThat(threadOf("other-3")).isNotEqualTo(threadOf("other-1"));
            assertThat(threadOf("other-2")).isNotEqualTo(threadOf("other-1"));
        }

        @Test
        void joins_the_thread_of_a_letter_that_was_imported(@TempDir Path folder) throws Exception {
            ledger.run(new SampleMail(folder)
                    .holds(mail("old-1", client("elder"), OLHA, hoursAgo(50)))
                    .folder());
            look(mail("old-2", OLHA, client("elder"), hoursAgo(1)).headed("Re: Contract"));
            assertThat(threadOf("old-2")).isEqualTo(threadOf("old-1"));
        }
    }

    @Test
    void a_letter_whose_first_letters_never_came_joins_those_that_name_them() throws Exception {
        look(mail("gap-3", client("gap"), OLHA, hoursAgo(5)).answering("gap-1", "gap-2"));
        look(mail("gap-4", client("gap"), OLHA, hoursAgo(4)).answering("gap-2"));
        assertThat(threadOf("gap-4")).isEqualTo(threadOf("gap-3"));
    }

    @Test
    void an_answer_by_a_clock_that_is_slow_stands_behind_what_it_answers() throws Exception {
        look(mail("slow-1", client("slow"), OLHA, hoursAgo(3)));
        look(mail("slow-2", OLHA, client("slow"), hoursAgo(4)).answering("slow-1"));
        assertThat(Instant.parse(of("slow-2", "occurredAt").getFirst()))
                .isEqualTo(Instant.parse(hoursAgo(3)).plusSeconds(1));
    }

    @Test
    void what_is_told_again_changes_nothing() throws Exception {
        var letters = new Message[] {
            mail("again-1", client("again"), OLHA, hoursAgo(5)),
            mail("again-2", OLHA, client("again"), hoursAgo(4)).headed("Re: Contract")
        };
        look(letters[0]);
        look(letters[1]);
        var events = ledger.events();
        assertThat(look(letters)).isZero();
        assertThat(look(letters[1])).isZero();
        assertThat(ledger.events()).isEqualTo(events);
    }

    @Test
    void what_is_told_again_stays_in_its_thread_though_what_it_might_answer_came_meanwhile() throws Exception {
        var letter = mail("stays-2", OLHA, client("stays"), hoursAgo(4)).headed("Re: Contract");
        look(letter);
        look(mail("stays-1", client("stays"), OLHA, hoursAgo(5)));
        var events = ledger.events();
        look(letter);
        assertThat(ledger.events()).isEqualTo(events);
    }

    @Test
    void a_letter_that_comes_after_its_answer_stays_with_that_though_it_might_answer_another() throws Exception {
        look(mail("late-1", client("late"), OLHA, hoursAgo(6)));
        look(mail("late-3", OLHA, client("late"), hoursAgo(3)).answering("late-2"));
        look(mail("late-2", client("late"), OLHA, hoursAgo(4)).headed("Re: Contract"));
        assertThat(threadOf("late-2")).isEqualTo(threadOf("late-3"));
    }

    @Nested
    class What_a_machine_writes {

        @Test
        void is_told_where_it_answers_a_letter_of_the_firm_and_counts_as_nothing() throws Exception {
            look(mail("out-1", OLHA, client("away"), hoursAgo(5)));
            var duties = duties("out-1");
            look(mail("out-2", client("away"), OLHA, hoursAgo(4))
                    .with("Auto-Submitted: auto-replied")
                    .answering("out-1"));
            assertThat(of("out-2", "nature")).containsExactly("AUTOMATIC");
            assertThat(threadOf("out-2")).isEqualTo(threadOf("out-1"));
            assertThat(duties("out-1")).isEqualTo(duties).isNotEmpty();
        }

        @Test
        void takes_the_contact_of_a_letter_back_that_it_returns_though_it_comes_alone() throws Exception {
            look(mail("back-1", client("moved"), OLHA, hoursAgo(6)));
            look(mail("back-2", OLHA, client("moved"), hoursAgo(5)).answering("back-1"));
            look(mail("back-3", "MAILER-DAEMON@mx.example", OLHA, hoursAgo(4))
                    .with("X-Failed-Recipients: moved@moved.example")
                    .answering("back-2"));
            assertThat(of("back-3", "nature")).containsExactly("BOUNCE");
            assertThat(threadOf("back-3")).isEqualTo(threadOf("back-1"));
            assertThat(duties("back-1").stream().filter(duty -> duty.endsWith("-reply")))
                    .extracting(duty -> duty.split(" ")[0])
                    .containsSubsequence("obligation.armed", "obligation.fulfilled", "obligation.fulfilment-withdrawn");
        }

        @Test
        void is_told_where_it_comes_from_somebody_who_wrote_before() throws Exception {
            look(mail("seen-1", client("seen"), OLHA, hoursAgo(5)));
            look(mail("seen-2", client("seen"), OLHA, hoursAgo(4)).headed("Out of office"));
            assertThat(of("seen-2", "nature")).containsExactly("AUTOMATIC");
        }

        @Test
        void is_left_out_where_nobody_knows_whom_it_answers() throws Exception {
            look(mail("lost-1", "MAILER-DAEMON@mx.example", OLHA, hoursAgo(4)));
            look(mail("lost-2", client("nobody"), OLHA, hoursAgo(4)).headed("Out of office"));
            assertThat(of("lost-1", "nature")).isEmpty();
            assertThat(of("lost-2", "nature")).isEmpty();
        }
    }

    @Nested
    class A_letter_without_a_date {

        @Test
        void is_dated_by_its_receipt_else_by_when_it_was_found_and_says_so() throws Exception {
            look(
                    mail("undated-1", client("undated"), OLHA, "")
                            .with("Received: from a by b; "
                                    + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                            Instant.parse(hoursAgo(3)).atOffset(ZoneOffset.UTC))),
                    mail("undated-2", client("undated"), OLHA, "").with("X-Nothing: says when"));
            assertThat(of("undated-1", "occurredAt")).containsExactly(hoursAgo(3));
            assertThat(of("undated-2", "occurredAt")).containsExactly(NOW.toString());
            assertThat(of("undated-1", "deviations")).asString().contains("TIME_RECONSTRUCTED");
            assertThat(of("undated-2", "deviations")).asString().contains("TIME_RECONSTRUCTED");
        }
    }
}
