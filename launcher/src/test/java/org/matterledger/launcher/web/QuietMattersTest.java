package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.Chore;
import org.matterledger.launcher.store.WorkLists;

/** Matters in which nobody does anything, while the clock goes on. */
class QuietMattersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private FollowedFirm firm;

    @BeforeEach
    void open() {
        firm = FollowedFirm.open(home);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void awaitRecorded(String matter, String type, String... instants) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(firm.recorded(matter, type)).containsExactly(instants));
    }

    private long stillDue() {
        return firm.rows()
                .sql("select count(*) from command.due_matter where open and next_at <= :now")
                .param("now", firm.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private long events() {
        return firm.rows()
                .sql("select position from ledger.head")
                .query(Long.class)
                .single();
    }

    @Test
    void what_falls_due_is_recorded_by_the_clock_alone_at_its_due_time() {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-10T18:00");
        awaitRecorded(matter, "obligation.breached", "2026-02-10T16:00:00Z");
        firm.at("2026-02-11T18:00");
        awaitRecorded(matter, "obligation.escalated", "2026-02-10T16:00:00Z", "2026-02-11T16:00:00Z");
    }

    @Test
    void a_service_that_was_down_over_the_due_time_records_it_at_its_start() {
        firm.at("2026-02-13T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-13T17:50");
        firm.stop();
        firm.at("2026-02-16T08:30");
        firm.start();
        awaitRecorded(matter, "obligation.breached", "2026-02-13T16:00:00Z");
    }

    @Test
    void two_nodes_record_each_breach_once_and_then_leave_the_matters_alone() {
        firm.start();
        firm.at("2026-02-10T14:10");
        var matters = List.of(firm.matter(), firm.matter(), firm.matter(), firm.matter(), firm.matter(), firm.matter());
        matters.forEach(firm::write);
        firm.at("2026-02-10T19:00");
        matters.forEach(matter -> awaitRecorded(matter, "obligation.breached", "2026-02-10T16:00:00Z"));
        await().atMost(PATIENCE).until(() -> stillDue() == 0);
        var before = events();
        firm.node().beans(Chore.class).forEach(chore -> chore.round(firm.now()));
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_new_version_of_the_hours_reaches_every_open_matter_without_anybody_asking() {
        firm.at("2026-02-10T10:00");
        var matter = firm.matter();
        firm.write(matter);
        firm.integration.post("/calendars/" + firm.calendar + "/versions", firm.week("17:00"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(firm.recorded(matter, "terms.calendar-adopted"))
                        .hasSize(1));
        firm.at("2026-02-10T17:00");
        awaitRecorded(matter, "obligation.breached", "2026-02-10T15:00:00Z");
    }

    @Test
    void a_sweep_that_fails_makes_the_ledger_unwell_and_one_that_works_again_well() {
        assertThat(firm.integration.get("/health").status()).isEqualTo(200);
        firm.breakDown(true);
        await().atMost(PATIENCE).until(() -> firm.integration.get("/health").status() == 503);
        assertThat(firm.integration
                        .get("/running")
                        .json()
                        .path("stopped")
                        .path("sweep")
                        .asString())
                .isEqualTo("planted");
        firm.breakDown(false);
        await().atMost(PATIENCE).until(() -> firm.integration.get("/health").status() == 200);
    }

    @Test
    void the_list_is_filled_again_from_the_record_and_loses_nothing() {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.node().bean(WorkLists.class).rebuild("due-matters");
        firm.at("2026-02-10T18:00");
        awaitRecorded(matter, "obligation.breached", "2026-02-10T16:00:00Z");
    }
}
