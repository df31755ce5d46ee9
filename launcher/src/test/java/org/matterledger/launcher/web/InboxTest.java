package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.mailimport.ImportOfMail;
import org.matterledger.launcher.mailimport.ImportTerms;
import org.matterledger.launcher.mailimport.MatterBy;
import org.matterledger.launcher.mailimport.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Letters that tell no matter, or several, in a ledger that knows a client with two open matters. */
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path mailbox;

    private SampleFirm firm;
    private String supply;
    private String lease;

    @BeforeEach
    void imports() throws Exception {
        firm = SampleFirm.open(home);
        supply = firm.matter();
        lease = firm.integration.post("/matters", firm.matterBody("Lease")).header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> firm.partner.get("/matters").json().path("items").size() == 2);
        letter("jan", "From: Jan <jan@baltic.example>\n");
        letter("new", "From: New <new@baltic.example>\n");
        letter("nobody", "");
        read();
    }

    @AfterEach
    void closes() {
        firm.close();
    }

    private void letter(String id, String from) throws IOException {
        Files.writeString(mailbox.resolve(id + "."), """
                Message-ID: <%s@mail.example>
                Date: Mon, 2 Nov 2026 09:00:00 +0000
                %sTo: Olha <olha@firm.example>
                Subject: About %s

                What about it?
                """.formatted(id, from, id));
    }

    private void read() throws InterruptedException {
        var server = firm.server;
        try (var console = LedgerConsole.open(
                new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER),
                server.bean(DatabaseAccess.class),
                server.bean(Secrets.class))) {
            var terms = ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, null, null, null);
            ImportOfMail.planned(mailbox, terms, NOW, Progress.NONE).run(console);
        }
    }

    private Map<String, JsonNode> inbox() {
        return StreamSupport.stream(
                        firm.partner.get("/inbox").json().path("items").spliterator(), false)
                .collect(Collectors.toMap(item -> item.path("subject").asString(), item -> item));
    }

    private JsonNode waiting(String subject) {
        return Objects.requireNonNull(inbox().get(subject));
    }

    private String id(String about) {
        return waiting("About " + about).path("letter").asString();
    }

    private Api.Reply assign(String letter, String matter) {
        return firm.partner.post("/inbox/assignments", """
                {"letter": "%s", "matter": "%s"}""".formatted(letter, matter.substring("/matters/".length())));
    }

    private long events() {
        return firm.server
                .bean(JdbcClient.class)
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }

    @Test
    void wait_with_the_reason_why_they_tell_no_matter() {
        assertThat(inbox()).hasSize(3);
        assertThat(waiting("About jan").path("reason").asString()).isEqualTo("SEVERAL_MATTERS");
        assertThat(waiting("About jan").path("from").asString()).isEqualTo("jan@baltic.example");
        assertThat(waiting("About new").path("reason").asString()).isEqualTo("SEVERAL_MATTERS");
        assertThat(waiting("About nobody").path("reason").asString()).isEqualTo("SENDER_UNKNOWN");
    }

    @Test
    void are_told_to_the_matter_that_a_person_names() {
        var told = assign(id("jan"), supply);
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        var entry = firm.partner.get(
                supply + "/timeline/" + told.get("id"), "Ledger-Min-Position", told.header("Ledger-Position"));
        assertThat(entry.json().path("event").asString()).isEqualTo("message.received");
        assertThat(entry.json().path("person").asString()).isEqualTo(firm.person);
        assertThat(entry.json().path("actor").asString()).isEqualTo("staff:" + firm.partnerId);
        assertThat(inbox()).hasSize(2);
        assertThat(assign(told.get("id"), supply).status()).isEqualTo(404);
    }

    @Test
    void name_whoever_wrote_as_one_who_speaks_for_the_client() {
        var told = assign(id("new"), lease);
        var entry = firm.partner.get(
                lease + "/timeline/" + told.get("id"), "Ledger-Min-Position", told.header("Ledger-Position"));
        var person = entry.json().path("person").asString();
        assertThat(firm.partner
                        .get("/clients/" + firm.client + "/contact-persons/" + person)
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("New");
    }

    @Test
    void may_tell_two_matters_and_each_only_once() {
        var letter = id("jan");
        assertThat(assign(letter, supply).status()).isEqualTo(201);
        assertThat(assign(letter, lease).status()).isEqualTo(201);
        var before = events();
        assertThat(assign(letter, lease).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void are_assigned_in_bulk_and_one_that_fails_does_not_stop_the_rest() {
        var matter = supply.substring("/matters/".length());
        var answers = firm.partner.post(
                "/inbox/assignments/batch", """
                {"items": [{"key": "one", "letter": "%s", "matter": "%s"},
                           {"key": "two", "letter": "%s", "matter": "matter-that-nobody-opened"},
                           {"key": "three", "letter": "%s", "matter": "%s"}]}""".formatted(id("jan"), matter, id("new"), id("nobody"), matter));
        assertThat(StreamSupport.stream(answers.json().path("items").spliterator(), false)
                        .map(item -> item.path("status").asInt()))
                .containsExactly(201, 404, 201);
        assertThat(inbox()).containsOnlyKeys("About new");
    }

    @Test
    void wait_no_more_when_they_concern_nothing_and_again_when_they_do() {
        var letter = id("nobody");
        var body = "{\"letter\": \"" + letter + "\", \"dismissed\": %s}";
        assertThat(firm.partner.post("/inbox/dismissals", body.formatted(true)).status())
                .isEqualTo(200);
        assertThat(inbox()).doesNotContainKey("About nobody");
        firm.partner.post("/inbox/dismissals", body.formatted(false));
        assertThat(inbox()).containsKey("About nobody");
    }

    @Test
    void wait_once_however_often_the_mailbox_is_read() throws Exception {
        assign(id("jan"), supply);
        var before = events();
        read();
        assertThat(inbox()).hasSize(2);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void of_a_client_with_one_open_matter_go_there_at_once() throws Exception {
        var closed = firm.partner.post(lease + "/closing", "{\"reason\": \"Done.\"}");
        assertThat(closed.status()).as(closed.text()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> firm.server
                                .bean(JdbcClient.class)
                                .sql("select count(*) from query.matter where closed_at is not null")
                                .query(Long.class)
                                .single()
                        == 1);
        letter("later", "From: Jan <jan@baltic.example>\n");
        read();
        assertThat(inbox()).hasSize(3);
        var timeline = firm.partner.get(
                supply + "/timeline",
                "Ledger-Min-Position",
                Long.toString(
                        firm.server.bean(org.matterledger.query.Positions.class).head()));
        assertThat(timeline.text()).contains("later@mail.example");
    }

    @Test
    void are_chosen_and_assigned_on_a_page() throws Exception {
        var desk = Desk.of(firm);
        var page = desk.page("/desk/inbox").body();
        assertThat(page)
                .contains("3 letters", "About jan", "may belong to several matters", "no address says who wrote it");
        var nothing = desk.submit("/desk/inbox", "step=assign&letter=" + id("jan"));
        assertThat(nothing.body()).contains("Nothing was done: choose the matter from the list.");

        var form = "step=assign&letter=%s&letter=%s&matter=%s"
                .formatted(id("jan"), id("new"), lease.substring("/matters/".length()));
        assertThat(desk.submit("/desk/inbox", form).statusCode()).isEqualTo(303);
        assertThat(inbox()).containsOnlyKeys("About nobody");
        desk.submit("/desk/inbox", "step=dismiss&letter=" + id("nobody"));
        assertThat(desk.page("/desk/inbox").body()).contains("Nothing waits here");
    }
}
