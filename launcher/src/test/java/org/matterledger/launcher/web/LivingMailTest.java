package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.matterledger.launcher.web.PostBag.answered;
import static org.matterledger.launcher.web.PostBag.asked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.livingmail.LivingMailSettings;
import org.matterledger.launcher.mailimport.ImportOfMail;
import org.matterledger.launcher.mailimport.ImportTerms;
import org.matterledger.launcher.mailimport.MatterBy;
import org.matterledger.launcher.mailimport.Progress;
import org.matterledger.values.MatterId;

/** A watched Maildir: what arrives there is in the record soon, once, whatever happens to the ledger. */
class LivingMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home = Path.of("");

    static ImportTerms terms() {
        return ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, null, null, null);
    }

    private FollowedFirm open(PostBag bag) {
        var firm = FollowedFirm.open(home, new LivingMailSettings(terms(), bag.folder(), null, Duration.ofMillis(20)));
        firm.at("2026-02-10T14:20");
        return firm;
    }

    private PostBag bag() throws IOException {
        return new PostBag(home.resolve("Maildir"));
    }

    /** Message-IDs in the record, each as often as it stands there, in order of the record. */
    static List<String> recorded(FollowedFirm firm) {
        return firm.rows().sql("""
                        select replace(payload::jsonb -> 'source' ->> 'id', '@letters.example', '') from ledger.event
                         where type in ('message.received', 'message.sent') order by position""").query(String.class).list();
    }

    static void awaitRecorded(FollowedFirm firm, String... ids) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(recorded(firm)).containsExactlyInAnyOrder(ids));
    }

    static void severalRounds(FollowedFirm firm) {
        var begun = firm.rounds();
        await().atMost(PATIENCE).until(() -> firm.rounds() > begun + 20);
    }

    private static List<String> duties(FollowedFirm firm, String type) {
        return firm.rows()
                .sql("select payload::jsonb ->> 'obligationId' from ledger.event where type = :type order by position")
                .param("type", type)
                .query(String.class)
                .list();
    }

    @Test
    void a_letter_is_told_as_it_comes_and_its_answer_keeps_the_duty_that_it_armed() throws Exception {
        var bag = bag();
        try (var firm = open(bag)) {
            bag.deliver(asked("q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1");
            assertThat(duties(firm, "obligation.armed")).anyMatch(duty -> duty.endsWith("-reply"));
            var origins = firm.rows()
                    .sql(
                            "select distinct metadata::jsonb ->> 'origin' from ledger.event where type = 'message.received'")
                    .query(String.class)
                    .list();
            assertThat(origins).containsExactly("live");
            firm.at("2026-02-10T15:00");
            bag.deliver(answered("a1", "q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1", "a1");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(duties(firm, "obligation.fulfilled")).anyMatch(duty -> duty.endsWith("-reply")));
        }
    }

    @Test
    void no_letter_is_lost_or_doubled_over_restarts() throws Exception {
        var bag = bag();
        try (var firm = open(bag)) {
            bag.deliver(asked("q1", firm.now().minusSeconds(120)));
            var second = bag.deliver(asked("q2", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1", "q2");
            firm.stop();
            bag.deliver(asked("q3", firm.now()));
            bag.read(second);
            firm.start();
            awaitRecorded(firm, "q1", "q2", "q3");
            severalRounds(firm);
            awaitRecorded(firm, "q1", "q2", "q3");
        }
    }

    @Test
    void what_was_told_and_not_marked_is_told_again_and_known_again() throws Exception {
        var bag = bag();
        try (var firm = open(bag)) {
            bag.deliver(asked("q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1");
            severalRounds(firm);
            var events = events(firm);
            var counted = counted(firm);
            var marked = firm.rows()
                    .sql("update command.living_mail_file set name = 'lost-' || name")
                    .update();
            assertThat(marked).isEqualTo(1);
            firm.stop();
            firm.start();
            await().atMost(PATIENCE).until(() -> marks(firm) == 2);
            severalRounds(firm);
            assertThat(recorded(firm)).containsExactly("q1");
            assertThat(events(firm)).isEqualTo(events);
            assertThat(counted(firm)).isEqualTo(counted).isEqualTo("1 read, 1 imported, 0 duplicates");
        }
    }

    @Test
    void a_broken_message_is_kept_with_its_reason_and_stops_no_other() throws Exception {
        var bag = bag();
        try (var firm = open(bag)) {
            bag.deliver("\u0001\u0002 no letter at all");
            bag.deliver("");
            bag.deliver(asked("q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(firm.rows()
                                    .sql("select reason from command.mail_import_message where what = 'BROKEN'")
                                    .query(String.class)
                                    .list())
                            .hasSize(2));
        }
    }

    @Test
    void a_map_that_names_a_matter_that_is_not_there_makes_the_ledger_unwell_and_no_letter_is_lost() throws Exception {
        var bag = bag();
        var matter = MatterId.random();
        var map = Files.writeString(
                home.resolve("map.csv"), "address,client,matter\nmarta@dnipro-mills.example,," + matter + "\n");
        var mapped = ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, map, null, null);
        var settings = new LivingMailSettings(mapped, bag.folder(), null, Duration.ofMillis(20));
        try (var firm = FollowedFirm.open(home, settings)) {
            firm.at("2026-02-10T14:20");
            bag.deliver(asked("q1", firm.now().minusSeconds(60)));
            await().atMost(PATIENCE).until(() -> firm.integration.get("/health").status() == 503);
            assertThat(firm.integration
                            .get("/running")
                            .json()
                            .path("stopped")
                            .path("living-mail")
                            .asString())
                    .isEqualTo("the map names " + matter + ", and the ledger has no such matter");
            severalRounds(firm);
            for (var table : List.of("command.living_mail_file", "command.mail_import_message")) {
                assertThat(firm.rows()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void two_nodes_that_watch_the_same_folder_tell_each_letter_once() throws Exception {
        var bag = bag();
        try (var firm = open(bag)) {
            firm.start();
            for (var i = 0; i < 5; i++) {
                bag.deliver(asked("q" + i, firm.now().minusSeconds(60 - i)));
            }
            awaitRecorded(firm, "q0", "q1", "q2", "q3", "q4");
            severalRounds(firm);
            awaitRecorded(firm, "q0", "q1", "q2", "q3", "q4");
            var imported = firm.rows()
                    .sql("select sum(imported) from command.mail_import")
                    .query(Long.class)
                    .single();
            assertThat(imported).isEqualTo(5);
        }
    }

    @Test
    void it_goes_on_where_an_import_ended_and_the_clock_follows_the_matter_from_then_on() throws Exception {
        var bag = bag();
        var export = new PostBag(home.resolve("export"));
        try (var firm = open(bag)) {
            var first = asked("q1", firm.now().minusSeconds(3600));
            var answer = answered("a1", "q1", firm.now().minusSeconds(1800));
            export.deliver(first);
            export.deliver(answer);
            imported(firm, export);
            awaitRecorded(firm, "q1", "a1");
            bag.deliver(first);
            bag.deliver(answer);
            bag.deliver(asked("q2", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1", "a1", "q2");
            severalRounds(firm);
            awaitRecorded(firm, "q1", "a1", "q2");
            var matters = firm.rows()
                    .sql("select distinct stream from ledger.event where type like 'message.%'")
                    .query(String.class)
                    .list();
            assertThat(matters).hasSize(1);
            firm.at("2026-02-10T18:00");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(firm.recorded(matters.getFirst(), "obligation.breached"))
                            .containsExactly("2026-02-10T16:00:00Z"));
        }
    }

    /** As {@code ./ledger import} does while the ledger runs. */
    private void imported(FollowedFirm firm, PostBag export) throws InterruptedException {
        var database = firm.node().bean(DatabaseAccess.class);
        var record = new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER);
        try (var console = LedgerConsole.open(record, database, new Secrets(home.resolve("secrets")))) {
            ImportOfMail.planned(export.folder(), terms(), firm.now(), Progress.NONE)
                    .run(console);
        }
    }

    private static long events(FollowedFirm firm) {
        return firm.rows()
                .sql("select count(*) from ledger.event where type not like 'claim.%'")
                .query(Long.class)
                .single();
    }

    private static long marks(FollowedFirm firm) {
        return firm.rows()
                .sql("select count(*) from command.living_mail_file")
                .query(Long.class)
                .single();
    }

    /** What the mailbox's report counts, all looks together. */
    private static String counted(FollowedFirm firm) {
        return firm.rows()
                .sql("select read || ' read, ' || imported || ' imported, ' || duplicates || ' duplicates'"
                        + " from command.mail_import")
                .query(String.class)
                .single();
    }
}
