package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.web.Api.Reply;

/** The firm's hours through HTTP: what is published is what is shown. */
class CalendarsTest {

    @TempDir
    static Path home;

    private static SampleFirm firm;

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(home);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    @Test
    void dates_that_are_closed_shortened_or_opened_are_shown_as_published() {
        var exceptions = """
                {"2025-11-01": [{"opens": "09:00", "closes": "17:00"}], "2025-11-03": [], "2025-11-04": []}""";
        var calendar = firm.integration.post("/calendars", """
                {"name": "Moscow office", "zone": "Europe/Moscow", "exceptions": %s,
                 "week": {"MONDAY": [{"opens": "09:00", "closes": "13:00"}, {"opens": "14:00", "closes": "00:00"}]}}
                """.formatted(exceptions));
        assertThat(calendar.status()).isEqualTo(201);
        var shown = shown(calendar);
        assertThat(shown.json().path("exceptions").toString())
                .isEqualTo("{\"2025-11-01\":[{\"opens\":\"09:00:00\",\"closes\":\"17:00:00\"}],"
                        + "\"2025-11-03\":[],\"2025-11-04\":[]}");
        assertThat(shown.json().path("alwaysOpen").booleanValue()).isFalse();
    }

    @Test
    void a_calendar_around_the_clock_needs_no_week() {
        var calendar = firm.integration.post("/calendars", """
                {"name": "Around the clock", "zone": "Europe/Kiev", "alwaysOpen": true}""");
        assertThat(calendar.status()).isEqualTo(201);
        var shown = shown(calendar);
        assertThat(shown.get("zone")).isEqualTo("Europe/Kiev");
        assertThat(shown.json().path("alwaysOpen").booleanValue()).isTrue();
        assertThat(shown.json().path("week").isEmpty()).isTrue();
    }

    @Test
    void every_fault_of_an_exception_is_named() {
        var reply = firm.integration.post("/calendars", """
                {"name": "x", "zone": "Europe/Nowhere", "week": {"MONTAG": []}, "alwaysOpen": "yes",
                 "exceptions": {"2026-02-30": [], "2026-05-01": 7, "2026-05-02": [{"opens": "9", "closes": "18:00"}],
                                "2026-05-03": [{"opens": "18:00", "closes": "09:00"}]}}""");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("at").asString()))
                .containsExactlyInAnyOrder(
                        "/zone",
                        "/week/MONTAG",
                        "/alwaysOpen",
                        "/exceptions/2026-02-30",
                        "/exceptions/2026-05-01",
                        "/exceptions/2026-05-02/0/opens",
                        "/exceptions/2026-05-03/0");
    }

    @Test
    void what_no_promise_can_be_reckoned_with_is_refused_by_name() {
        refused("\"week\": {}", "CALENDAR_HAS_OPEN_HOURS");
        refused("\"week\": {\"MONDAY\": []}, \"alwaysOpen\": true", "ALWAYS_OPEN_HAS_NO_HOURS");
    }

    @Test
    void a_next_version_of_a_calendar_that_is_none_is_not_found() {
        var reply = firm.integration.post("/calendars/calendar-unknown/versions", """
                {"name": "x", "zone": "Europe/Kyiv", "alwaysOpen": true}""");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(firm.integration.get("/calendars/calendar-unknown").status()).isEqualTo(404);
    }

    private static void refused(String hours, String rule) {
        var reply = firm.integration.post("/calendars", "{\"name\": \"x\", \"zone\": \"Europe/Kyiv\", " + hours + "}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.get("type")).isEqualTo("urn:matterledger:rule:" + rule);
    }

    private static Reply shown(Reply published) {
        return firm.integration.get(
                published.header("Location"), "Ledger-Min-Position", published.header("Ledger-Position"));
    }
}
