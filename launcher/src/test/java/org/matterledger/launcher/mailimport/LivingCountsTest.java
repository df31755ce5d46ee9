package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;
import static org.matterledger.launcher.mailimport.WatchedLetters.broken;
import static org.matterledger.launcher.mailimport.WatchedLetters.seen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.mailimport.LiveTelling.Seen;

/** A watched mailbox has one report, which counts each message once, whatever becomes of the looks. */
class LivingCountsTest {

    private static final String PETRO = "Petro <petro@firm.example>";

    private static Imported ledger;

    @BeforeAll
    static void opens(@TempDir Path home) {
        ledger = new Imported(TestDatabase.fresh(), home);
    }

    @AfterAll
    static void closes() {
        ledger.close();
    }

    private static void look(String mailbox, Seen... seen) throws InterruptedException {
        WatchedLetters.look(ledger.bean(LiveTelling.class), mailbox, List.of(seen));
    }

    private static String hoursAgo(int hours) {
        return Imported.NOW.minus(Duration.ofHours(hours)).toString();
    }

    private static Seen asked(String id, String client, int hours) {
        return seen(id, "", mail(id, "%s <%s@%s.example>".formatted(client, client, client), OLHA, hoursAgo(hours)));
    }

    private static String counts(String mailbox) {
        return ledger.database()
                .sql("select read || ' read, ' || imported || ' imported, ' || duplicates || ' duplicates, ' || broken"
                        + " || ' broken, ' || unassigned || ' unassigned, ' || threads || ' threads, ' || skipped::text"
                        + " from command.mail_import where terms ->> 'living' = :mailbox")
                .param("mailbox", mailbox)
                .query(String.class)
                .single();
    }

    private static String leftAside(String mailbox) {
        return ledger.database()
                .sql("select string_agg(number || ' ' || reason, ', ' order by number) from command.mail_import_message"
                        + " where run_id = :run")
                .param("run", "import-living-" + mailbox)
                .query(String.class)
                .single();
    }

    @Test
    void each_look_adds_to_it() throws Exception {
        look("adding", asked("count-1", "counted", 5));
        look(
                "adding",
                seen(
                        "count-2",
                        "",
                        mail("count-2", OLHA, "x <counted@counted.example>", hoursAgo(4))
                                .answering("count-1")));
        look(
                "adding",
                seen("count-3", "", mail("count-3", OLHA, PETRO, hoursAgo(3))),
                seen("count-4", "", mail("count-4", "MAILER-DAEMON@mx.example", OLHA, hoursAgo(3))));
        look(
                "adding",
                seen("count-5", "", mail("count-5", "MAILER-DAEMON@mx.example", OLHA, hoursAgo(3))),
                broken("b"));
        assertThat(counts("adding"))
                .isEqualTo("6 read, 2 imported, 0 duplicates, 1 broken, 0 unassigned, 1 threads,"
                        + " {\"BOUNCE\": 2, \"AMONG_COLLEAGUES\": 1}");
        assertThat(leftAside("adding")).isEqualTo("0 AMONG_COLLEAGUES, 1 BOUNCE, 2 BOUNCE, 3 it is empty");
    }

    @Test
    void a_look_that_failed_in_the_middle_and_is_made_again_counts_as_one() throws Exception {
        var found = List.of(
                asked("half-1", "half", 5),
                asked("half-2", "half", 4),
                seen("half-3", "", mail("half-3", OLHA, PETRO, hoursAgo(3))),
                seen("half-4", "", mail("half-4", "Somebody", OLHA, hoursAgo(3))),
                broken("half-5"));
        var failing = new FailsAtALetter(ledger.bean(LedgerParts.class).commands(), 2);
        var halfWay = new LiveTelling(ledger.bean(LedgerParts.class).speakingThrough(failing));
        assertThatThrownBy(() -> WatchedLetters.look(halfWay, "half", found)).hasMessage("the ledger is away");
        look("half", found.toArray(Seen[]::new));
        var once = "5 read, 2 imported, 0 duplicates, 1 broken, 1 unassigned, 2 threads, {\"AMONG_COLLEAGUES\": 1}";
        assertThat(counts("half")).isEqualTo(once);
        look("half", found.toArray(Seen[]::new));
        assertThat(counts("half")).as("told and counted, but not marked").isEqualTo(once);
        assertThat(leftAside("half")).isEqualTo("0 AMONG_COLLEAGUES, 1 SENDER_UNKNOWN, 2 it is empty");
    }

    @Test
    void what_the_ledger_knew_before_is_a_duplicate_and_so_is_a_copy(@TempDir Path folder) throws Exception {
        var old = mail("dup-1", "dup <dup@dup.example>", OLHA, hoursAgo(50));
        ledger.run(new SampleMail(folder).holds(old).folder());
        look("dup", seen("1", "", old), asked("dup-2", "dup", 3));
        look("dup", seen("2", "", mail("dup-2", "dup <dup@dup.example>", OLHA, hoursAgo(3))));
        look("dup", seen("3", "", mail("dup-3", OLHA, PETRO, hoursAgo(3))));
        look("dup", seen("4", "", mail("dup-3", OLHA, PETRO, hoursAgo(3))));
        assertThat(counts("dup"))
                .isEqualTo("5 read, 1 imported, 3 duplicates, 0 broken, 0 unassigned, 2 threads, {\"AMONG_COLLEAGUES\":"
                        + " 1}");
    }

    @Test
    void a_folder_that_the_server_numbers_anew_counts_as_before() throws Exception {
        var letter = mail("new-1", "anew <anew@anew.example>", OLHA, hoursAgo(5));
        var inside = mail("new-2", OLHA, PETRO, hoursAgo(4));
        look("anew", seen("7", "100", letter), seen("8", "100", letter), seen("9", "100", inside));
        var before = counts("anew");
        assertThat(before)
                .isEqualTo("3 read, 1 imported, 1 duplicates, 0 broken, 0 unassigned, 1 threads, {\"AMONG_COLLEAGUES\":"
                        + " 1}");
        look("anew", seen("1", "200", inside), seen("2", "200", letter), seen("3", "200", letter));
        assertThat(counts("anew")).isEqualTo(before);
        look("anew", seen("4", "200", mail("new-3", OLHA, PETRO, hoursAgo(1))));
        assertThat(counts("anew")).startsWith("4 read, 1 imported, 1 duplicates");
    }

    /** The ledger is away from the n-th letter on. */
    private static final class FailsAtALetter implements CommandPort {

        private final CommandPort commands;
        private final AtomicInteger left;

        FailsAtALetter(CommandPort commands, int letter) {
            this.commands = commands;
            this.left = new AtomicInteger(letter);
        }

        @Override
        public Receipt send(Caller caller, LedgerCommand command, List<Caller.Reference> references) {
            var letter =
                    references.stream().anyMatch(one -> one.source().system().equals(MatterTelling.LETTER));
            if (letter && left.decrementAndGet() == 0) {
                throw new IllegalStateException("the ledger is away");
            }
            return commands.send(caller, command, references);
        }
    }
}
