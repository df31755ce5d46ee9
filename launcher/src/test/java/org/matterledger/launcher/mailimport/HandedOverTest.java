package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.matterledger.launcher.mailimport.SampleMail.ANNA;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.time.LedgerClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox in use, imported into a running ledger: what it brings is history, and what comes after is today's. */
class HandedOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A Friday; the letters ask on Thursday after the cut-off, and so are due on Friday at 18:00. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private volatile Instant present = FRIDAY;
    private LedgerServer server;

    @BeforeEach
    void starts() {
        LedgerClock clock = () -> present;
        server = LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        TestDatabase.fresh(),
                        new Secrets(home.resolve("secrets"))),
                context -> context.getBeanFactory().registerSingleton("ledgerClock", clock));
    }

    @AfterEach
    void stops() {
        server.close();
    }

    private void imports(boolean handOver) throws InterruptedException {
        var box = new SampleMail(folder)
                .holds(
                        mail("old", ANNA, OLHA, "2024-03-04T09:00:00Z"),
                        mail("new", MARTA, OLHA, "2026-11-19T16:00:00Z"))
                .folder();
        var terms = Imported.terms().until(FRIDAY, handOver);
        ImportOfMail.planned(box, terms, FRIDAY, Progress.NONE).run(server::bean);
        await().atMost(PATIENCE).until(() -> takenIn() == 2);
    }

    private long count(String sql) {
        return server.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** How many matters the work list knows up to their last event. */
    private long takenIn() {
        return count("select count(*) from command.due_matter d where seen ="
                + " (select max(sequence) from ledger.event where stream = d.matter_id)");
    }

    private long breaches() {
        return count(
                "select count(*) from ledger.event where type = 'obligation.breached' and payload::text like '%REPLY%'");
    }

    @Test
    void matters_handed_over_are_followed_by_the_clock_and_only_what_is_new_is_told_of() throws InterruptedException {
        imports(true);
        assertThat(breaches()).as("the old letter's, in its time").isOne();
        present = Instant.parse("2026-11-20T18:30:00Z");
        await().atMost(PATIENCE).until(() -> breaches() == 2);
        await().atMost(PATIENCE).until(() -> count("select count(*) from command.outbox") == 1);
        assertThat(count("select count(*) from command.outbox where due = '2026-11-20T18:00:00Z'"))
                .isOne();
    }

    @Test
    void matters_that_stay_in_their_own_time_are_left_alone() throws InterruptedException {
        imports(false);
        present = Instant.parse("2026-11-20T18:30:00Z");
        server.beans(org.matterledger.command.Chore.class).forEach(chore -> chore.round(present));
        assertThat(breaches()).isOne();
        assertThat(count("select count(*) from command.outbox")).isZero();
    }
}
