package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.launcher.web.ValidRequests.Valid;
import org.matterledger.query.Positions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent, bad input is answered 4xx as a problem, names every fault, and leaves no trace in the ledger. */
class BadInputTest {

    private static final long SEED = 20261122;
    private static final int ROUNDS = 60;

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static List<Valid> operations;

    @BeforeAll
    static void open() throws Exception {
        firm = SampleFirm.open(home);
        var matter = firm.matter();
        var colleague = firm.integration.post("/staff", "{\"name\": \"Ewa Lis\", \"roles\": [\"FEE_EARNER\"]}");
        var absence = firm.integration.post(
                colleague.header("Location") + "/absences",
                "{\"from\": \"2026-07-03T07:00:00Z\", \"until\": \"2099-07-17T07:00:00Z\"}");
        var entry = firm.integration.post(matter + "/messages", firm.messageBody("One"));
        var ids = Map.of(
                "matter", matter.substring("/matters/".length()),
                "client", firm.client,
                "person", firm.person,
                "from", firm.person,
                "contactPerson", firm.person,
                "staff", colleague.get("id"),
                "responsible", firm.partnerId,
                "accountablePartner", firm.partnerId,
                "calendar", firm.calendar,
                "entry", entry.get("id"));
        var all = new java.util.HashMap<>(ids);
        var task = firm.partner.post(matter + "/tasks", """
                {"form": "WRITTEN", "description": "Draft it.", "occurredAt": "2026-03-20T15:00:00Z"}""");
        var complaint = firm.partner.post(matter + "/complaints", """
                {"channel": "PHONE", "words": "Late again.", "occurredAt": "2026-03-20T15:00:00Z"}""");
        var duties = firm.partner.get(matter + "/obligations", "Ledger-Min-Position", complaint.get("position"));
        all.put("task", task.get("id"));
        all.put("complaint", complaint.get("id"));
        all.put("obligation", duties.json().path("items").path(0).path("id").asString());
        all.put("about", duties.json().path("items").path(0).path("id").asString());
        all.put("request", entry.get("id"));
        all.put("inReplyTo", entry.get("id"));
        all.put("thread", "thread-of-the-lease");
        all.put("toMatter", firm.matter().substring("/matters/".length()));
        all.put(
                "channel",
                "channel-" + java.util.Objects.requireNonNull(ids.get("matter")).substring("matter-".length()));
        all.put("version", "1");
        all.put("view", "staff");
        all.put("absence", absence.get("id"));
        all.put("policy", "policy-default");
        all.put("mailImport", mailImport());
        all.put("letter", waitingLetter(home.resolve("mail")));
        var paths = Map.copyOf(all);
        all.remove("channel");
        all.remove("version");
        all.remove("view");
        all.put("closes", "18:00");
        var description = firm.partner.get("/openapi.json").json();
        var bodies = new ValidRequests(description, Map.copyOf(all)).all();
        var places = new ValidRequests(description, paths).all();
        operations = java.util.stream.IntStream.range(0, bodies.size())
                .mapToObj(i -> new Valid(
                        bodies.get(i).method(),
                        places.get(i).path(),
                        bodies.get(i).template(),
                        bodies.get(i).body()))
                .toList();
    }

    /** The id of a letter that waits in the inbox, since nobody knows who wrote it. */
    private static String waitingLetter(Path mail) throws IOException, InterruptedException {
        Files.createDirectories(mail);
        Files.writeString(mail.resolve("1."), "Message-ID: <1@mail.example>\nSubject: Nobody's\n\nText.\n");
        try (var console = LedgerConsole.open(
                new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER),
                firm.server.bean(DatabaseAccess.class),
                firm.server.bean(Secrets.class))) {
            var terms = ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, null, null, null);
            ImportOfMail.planned(mail, terms, Instant.parse("2026-11-20T10:00:00Z"), Progress.NONE)
                    .run(console);
        }
        return firm.partner.get("/inbox").json().at("/items/0/letter").asString();
    }

    private static String mailImport() {
        firm.server
                .bean(JdbcClient.class)
                .sql("insert into command.mail_import (run_id, started_at, terms) values ('import-1', now(), '{}')")
                .update();
        return "import-1";
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    @Test
    void the_generator_starts_from_requests_that_are_well_formed() {
        for (var valid : operations) {
            var reply = valid.writes()
                    ? firm.partner.post(valid.path(), valid.body().toString())
                    : firm.partner.get(valid.path());
            assertThat(reply.status()).as("%s: %s", valid, reply.text()).isIn(200, 201, 202, 409);
        }
    }

    @Test
    void every_generated_request_is_refused_and_changes_nothing() {
        var random = new Random(SEED);
        var head = firm.server.bean(Positions.class).head();
        var sent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (var valid : operations) {
                var bad = valid.writes() ? BadRequests.write(valid, random) : BadRequests.read(valid, random);
                refused(bad, bad.sendTo(firm.partner));
                sent++;
            }
        }
        assertThat(sent).isGreaterThan(2000);
        assertThat(firm.server.bean(Positions.class).head()).isEqualTo(head);
    }

    @Test
    void every_fault_of_a_body_is_named_together_with_those_of_the_headers() {
        for (var valid : operations) {
            if (!valid.writes() || valid.batch() || valid.body().isEmpty()) {
                continue;
            }
            var broken = valid.body().deepCopy();
            valid.body().propertyNames().forEach(name -> broken.put(name, 1.5));
            broken.put("unheard-of", 1);
            var reply = firm.partner.postPlain(
                    valid.path(), broken.toString().getBytes(UTF_8), "Idempotency-Key", " ", "If-Match", "nonsense");
            assertThat(reply.status()).isEqualTo(400);
            var places = reply.json()
                    .path("faults")
                    .valueStream()
                    .map(fault -> fault.path("at").asString())
                    .toList();
            assertThat(places).as(valid.path()).contains("/unheard-of", "header If-Match", "header Idempotency-Key");
            valid.body().propertyNames().forEach(name -> assertThat(places).contains("/" + name));
        }
    }

    @Test
    void what_the_server_itself_refuses_says_no_more_than_that() throws IOException {
        for (var raw : List.of(
                "NONSENSE\r\n\r\n",
                "GET /matters HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /matters HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100_000) + "\r\n\r\n",
                "TRACE /matters HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a//b/..;/c HTTP/1.1\r\nHost: x\r\n\r\n")) {
            var answer = answer(raw);
            assertThat(answer).as(raw.substring(0, Math.min(40, raw.length()))).startsWith("HTTP/1.1 4");
            assertThat(answer)
                    .contains("application/problem+json")
                    .doesNotContain("<html", "Exception", "Tomcat", "\tat ");
        }
    }

    private static void refused(BadRequests.Bad bad, Reply reply) {
        assertThat(reply.status())
                .as("%s answered %s", bad, reply.text())
                .isBetween(400, 499)
                .isNotEqualTo(401);
        assertThat(reply.header("Content-Type")).as(bad.toString()).startsWith("application/problem+json");
        assertThat(reply.get("type")).startsWith("urn:matterledger:");
        assertThat(reply.text()).doesNotContain("Exception", "org.", "java.");
        assertThat(bad.at().isEmpty()
                        || reply.text().contains(bad.at())
                        || reply.text().contains("percent-encoded"))
                .as("%s is named in %s", bad, reply.text())
                .isTrue();
    }

    private static String answer(String raw) throws IOException {
        try (var socket = new Socket("127.0.0.1", firm.server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(raw.getBytes(UTF_8));
            socket.getOutputStream().flush();
            var bytes = new byte[4000];
            var read = socket.getInputStream().readNBytes(bytes, 0, 12)
                    + Math.max(0, socket.getInputStream().read(bytes, 12, 3000));
            return new String(bytes, 0, read, UTF_8);
        }
    }
}
