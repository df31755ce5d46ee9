package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.home.SimulatedTime;
import org.matterledger.launcher.time.SimulatedClock;
import org.matterledger.values.StaffRole;

/** A stranger tries the ledger on other days, through HTTP alone. */
class TrialTest {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    Path home;

    private LedgerServer server;
    private Api petro;
    private Api olha;
    private String matter = "";

    @BeforeEach
    void start() {
        var time = SimulatedTime.of(home);
        time.write(Instant.parse("2026-02-09T08:00:00Z"));
        var clock = new SimulatedClock(time);
        server = LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        TestDatabase.fresh(),
                        new Secrets(home.resolve("secrets"))),
                context -> context.getBeanFactory().registerSingleton("ledgerClock", clock));
        var access = server.bean(Access.class);
        var partner = access.addUser("Petro", Set.of(StaffRole.PARTNER, StaffRole.ADMINISTRATOR), PASSWORD);
        var writer = access.addUser("Olha", Set.of(StaffRole.FEE_EARNER), PASSWORD);
        petro = new Api(
                server.port(), access.createUserToken("Petro", "trial", null).token());
        olha = new Api(
                server.port(), access.createUserToken("Olha", "trial", null).token());
        var client = petro.post("/clients", "{\"name\": \"Mill\"}").get("id");
        var marta = petro.post("/clients/" + client + "/contact-persons", """
                {"name": "Marta", "standing": "PRINCIPAL", "addresses": []}""").get("id");
        var calendar = petro.post("/calendars", """
                {"name": "Kyiv", "zone": "Europe/Kyiv",
                 "week": {"TUESDAY": [{"opens": "09:00", "closes": "18:00"}]}}""").get("id");
        matter = petro.post("/matters", """
                {"client": "%s", "title": "M-1", "contactPerson": "%s", "responsible": "%s",
                 "accountablePartner": "%s", "calendar": "%s"}""".formatted(
                                client,
                                marta,
                                writer.staffId().value(),
                                partner.staffId().value(),
                                calendar))
                .get("id");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String to(String instant) {
        return "{\"now\": \"" + instant + "\"}";
    }

    @Test
    void moves_the_clock_and_sees_in_the_answer_s_position_what_time_brought() {
        assertThat(petro.post("/running/clock", to("2026-02-10T10:00:00Z")).status())
                .isEqualTo(200);
        petro.post("/matters/" + matter + "/messages", """
                {"channel": "MAIL", "occurredAt": "2026-02-10T10:00:00Z"}""");
        var moved = petro.post("/running/clock", to("2026-02-10T16:00:01Z"));
        assertThat(moved.get("now")).isEqualTo("2026-02-10T16:00:01Z");
        var duties = petro.get("/obligations?kind=REPLY", "Ledger-Min-Position", moved.header("Ledger-Position"));
        assertThat(duties.json().path("items").get(0).path("breachedAt").asString())
                .isEqualTo("2026-02-10T16:00:00Z");
    }

    @Test
    void passes_every_due_time_on_the_way_as_time_would() {
        petro.post("/running/clock", to("2026-02-10T10:00:00Z"));
        petro.post("/matters/" + matter + "/messages", """
                {"channel": "MAIL", "occurredAt": "2026-02-10T10:00:00Z"}""");
        var moved = petro.post("/running/clock", to("2026-02-13T08:00:00Z"));
        var known = petro.get(
                        "/matters/" + matter + "/as-of?at=2026-02-10T16:00:01Z&known=then",
                        "Ledger-Min-Position",
                        moved.header("Ledger-Position"))
                .json();
        assertThat(known.path("open").findValuesAsString("breached")).contains("true");
    }

    @Test
    void is_told_that_it_never_goes_back() {
        var back = petro.post("/running/clock", to("2026-02-09T07:59:59Z"));
        assertThat(back.status()).isEqualTo(400);
        assertThat(back.text()).contains("/now", "earlier than the ledger");
        assertThat(petro.get("/running/clock").get("now")).isEqualTo("2026-02-09T08:00:00Z");
    }

    @Test
    void needs_an_administrator_for_it() {
        assertThat(olha.post("/running/clock", to("2026-02-10T10:00:00Z")).status())
                .isEqualTo(403);
    }
}
