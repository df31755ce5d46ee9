package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.matterledger.launcher.web.LivingMailTest.awaitRecorded;
import static org.matterledger.launcher.web.LivingMailTest.severalRounds;
import static org.matterledger.launcher.web.PostBag.asked;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.livingmail.ImapAccount;
import org.matterledger.launcher.livingmail.LivingMailSettings;

/** A watched mailbox on an IMAP server: what arrives there is in the record soon, once, whatever happens to either. */
class LivingImapTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home = Path.of("");

    private FollowedFirm open(ImapAccount account) {
        var firm = FollowedFirm.open(
                home, new LivingMailSettings(LivingMailTest.terms(), null, account, Duration.ofMillis(20)));
        firm.at("2026-02-10T14:20");
        return firm;
    }

    @Test
    void a_letter_is_told_as_it_comes_and_stays_unread_for_whom_it_is_meant() throws Exception {
        try (var hole = PigeonHole.open();
                var firm = open(hole.account())) {
            hole.deliver(asked("q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1");
            hole.deliver(asked("q2", firm.now().minusSeconds(50)));
            hole.deliver("Subject: \r\n\r\n");
            awaitRecorded(firm, "q1", "q2");
            severalRounds(firm);
            awaitRecorded(firm, "q1", "q2");
            assertThat(hole.unread()).isEqualTo(3);
        }
    }

    @Test
    void nothing_is_lost_or_doubled_when_the_ledger_stops_between_fetching_and_marking() throws Exception {
        try (var hole = PigeonHole.open();
                var firm = open(hole.account())) {
            hole.deliver(asked("q1", firm.now().minusSeconds(60)));
            hole.deliver(asked("q2", firm.now().minusSeconds(50)));
            awaitRecorded(firm, "q1", "q2");
            severalRounds(firm);
            firm.stop();
            hole.deliver(asked("q3", firm.now().minusSeconds(40)));
            firm.start();
            firm.rows().sql("update command.living_mailbox set uid = 0").update();
            awaitRecorded(firm, "q1", "q2", "q3");
            severalRounds(firm);
            awaitRecorded(firm, "q1", "q2", "q3");
        }
    }

    @Test
    void a_folder_whose_numbers_mean_nothing_any_more_is_read_from_its_beginning_and_nothing_doubled()
            throws Exception {
        try (var hole = PigeonHole.open();
                var firm = open(hole.account())) {
            for (var i = 1; i <= 3; i++) {
                hole.deliver(asked("q" + i, firm.now().minusSeconds(60 - i)));
            }
            awaitRecorded(firm, "q1", "q2", "q3");
            severalRounds(firm);
            hole.startOver();
            hole.deliver(asked("q2", firm.now().minusSeconds(58)));
            hole.deliver(asked("q4", firm.now().minusSeconds(30)));
            awaitRecorded(firm, "q1", "q2", "q3", "q4");
            severalRounds(firm);
            awaitRecorded(firm, "q1", "q2", "q3", "q4");
        }
    }

    @Test
    void a_server_that_is_away_makes_the_ledger_unwell_until_it_is_back() throws Exception {
        var hole = PigeonHole.open();
        var port = hole.port();
        try (var firm = open(hole.account())) {
            hole.deliver(asked("q1", firm.now().minusSeconds(60)));
            awaitRecorded(firm, "q1");
            hole.close();
            await().atMost(PATIENCE).until(() -> firm.integration.get("/health").status() == 503);
            assertThat(firm.integration
                            .get("/running")
                            .json()
                            .path("stopped")
                            .path("living-mail")
                            .asString())
                    .isEqualTo("nobody answers at 127.0.0.1:" + port + ", where the IMAP server should be");
            try (var back = PigeonHole.open(port)) {
                back.deliver(asked("q1", firm.now().minusSeconds(60)));
                back.deliver(asked("q2", firm.now().minusSeconds(20)));
                awaitRecorded(firm, "q1", "q2");
                await().atMost(PATIENCE)
                        .until(() -> firm.integration.get("/health").status() == 200);
            }
        }
    }
}
