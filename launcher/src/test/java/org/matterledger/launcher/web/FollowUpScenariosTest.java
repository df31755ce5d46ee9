package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios in which somebody is told: who, of what, and when it may go out. */
class FollowUpScenariosTest {

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

    /** What is to be told in a matter: meaning, to whom, and from when on it may go out, in Kyiv. */
    private List<String> notices(String matter) {
        return firm.rows().sql("""
                        select what || ' ' || recipient || ' '
                               || to_char(not_before at time zone 'Europe/Kyiv', 'YYYY-MM-DD"T"HH24:MI')
                          from command.outbox where matter_id = :matter and state <> 'WITHDRAWN' order by number""").param("matter", matter).query(String.class).list();
    }

    private void awaitNotices(String matter, String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(notices(matter)).containsExactly(expected));
    }

    @Test
    void S_04_no_notice_goes_out_on_saturday_or_sunday() {
        firm.at("2026-02-13T19:40");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-16T18:00");
        awaitNotices(matter, "BREACH " + firm.olha + " 2026-02-17T09:00");
    }

    @Test
    void whoever_may_know_reads_what_is_to_be_told_and_why_it_was_not_sent() {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-10T18:00");
        awaitNotices(matter, "BREACH " + firm.olha + " 2026-02-11T09:00");
        var notices = firm.integration.get("/notices?staff=" + firm.olha).json().path("items");
        assertThat(notices).hasSize(1);
        var notice = notices.get(0);
        assertThat(notice.path("title").asString()).isEqualTo("Supply contract");
        assertThat(notice.path("kind").asString()).isEqualTo("REPLY");
        assertThat(notice.path("due").asString()).isEqualTo("2026-02-10T16:00:00Z");
        assertThat(notice.path("state").asString()).isEqualTo("WAITING");
        assertThat(notice.path("reason").asString()).isEqualTo("not sent: no mail server is configured");
        assertThat(firm.integration.get("/notices?staff=" + firm.petro).json().path("items"))
                .isEmpty();
    }

    @Test
    void S_24_silence_warns_the_holder_and_reaches_the_partner() {
        firm.at("2026-03-05T11:00");
        var matter = firm.matter();
        firm.update(matter);
        firm.at("2026-03-17T18:00");
        awaitNotices(matter, "WARNING " + firm.olha + " 2026-03-18T09:00");
        firm.at("2026-03-19T18:00");
        awaitNotices(matter, "WARNING " + firm.olha + " 2026-03-18T09:00", "BREACH " + firm.olha + " 2026-03-20T09:00");
        firm.at("2026-03-20T18:00");
        awaitNotices(
                matter,
                "WARNING " + firm.olha + " 2026-03-18T09:00",
                "BREACH " + firm.olha + " 2026-03-20T09:00",
                "PARTNER " + firm.petro + " 2026-03-23T09:00");
    }

    @Test
    void over_a_standstill_nobody_is_warned_of_what_was_missed_in_it() {
        firm.at("2026-03-05T11:00");
        var matter = firm.matter();
        firm.update(matter);
        firm.stop();
        firm.at("2026-03-20T08:30");
        firm.start();
        awaitNotices(matter, "BREACH " + firm.olha + " 2026-03-20T09:00");
        assertThat(firm.recorded(matter, "obligation.warned")).isNotEmpty();
    }

    @Test
    void whoever_asks_for_notices_up_to_a_position_is_not_answered_before_they_are_put_in() throws SQLException {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        try (var database = firm.node().bean(DataSource.class).getConnection()) {
            database.setAutoCommit(false);
            try (var held = database.createStatement()) {
                held.execute("select 1 from command.token where processor_name = 'follow-up' for update");
                firm.at("2026-02-10T18:00");
                await().atMost(PATIENCE)
                        .until(() ->
                                !firm.recorded(matter, "obligation.breached").isEmpty());
                assertThat(asked().status()).isEqualTo(503);
            }
            database.rollback();
        }
        await().atMost(PATIENCE).until(() -> asked().status() == 200);
        assertThat(asked().json().path("items")).hasSize(1);
    }

    private Api.Reply asked() {
        var head = firm.rows()
                .sql("select position from ledger.head")
                .query(Long.class)
                .single();
        return firm.integration.get("/notices?staff=" + firm.olha, "Ledger-Min-Position", head.toString());
    }

    @Test
    void S_70_a_restart_over_a_due_time_tells_at_opening_once() {
        firm.at("2026-02-13T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-13T17:50");
        firm.stop();
        firm.at("2026-02-16T08:30");
        firm.start();
        awaitNotices(matter, "BREACH " + firm.olha + " 2026-02-16T09:00");
        assertThat(firm.recorded(matter, "obligation.breached")).containsExactly("2026-02-13T16:00:00Z");
    }

    @Test
    void S_64_a_saga_that_is_rebuilt_from_the_first_event_tells_nothing_twice() {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-10T18:00");
        awaitNotices(matter, "BREACH " + firm.olha + " 2026-02-11T09:00");
        var sagas = sagas();

        var follower = firm.node()
                .bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("follow-up", StreamingEventProcessor.class)
                .orElseThrow();
        follower.shutDown();
        firm.rows().sql("delete from command.saga").update();
        firm.rows().sql("delete from command.saga_association").update();
        firm.rows()
                .sql("delete from command.token where processor_name = 'follow-up'")
                .update();
        follower.start();
        await().atMost(PATIENCE).until(() -> sagas().equals(sagas));
        assertThat(notices(matter)).containsExactly("BREACH " + firm.olha + " 2026-02-11T09:00");

        firm.at("2026-02-11T18:00");
        awaitNotices(
                matter, "BREACH " + firm.olha + " 2026-02-11T09:00", "PARTNER " + firm.petro + " 2026-02-12T09:00");
    }

    private List<String> sagas() {
        return firm.rows()
                .sql("select convert_from(serialized_saga, 'UTF8') from command.saga order by 1")
                .query(String.class)
                .list();
    }
}
