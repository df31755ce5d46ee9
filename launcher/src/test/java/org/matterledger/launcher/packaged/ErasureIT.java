package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contact persons are erased from the command line; a backup of before knows them, and its restore forgets them again. */
class ErasureIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path directory = Path.of("");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private String client = "";

    @Test
    void after_a_backup_is_recorded_and_is_repeated_by_the_restore_of_that_backup() throws Exception {
        var home = directory.resolve("home").toString();
        var file = directory.resolve("before.backup").toString();
        String whileRunning;
        String whileStopped;
        try (var ledger = PackagedLedger.start(Path.of(home))) {
            token = PackagedLedger.run("token", "create", "--integration", "cms", "--home", home)
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("token "))
                    .map(line -> line.split(" ")[1])
                    .findFirst()
                    .orElseThrow();
            client = id(ledger.port(), "/clients", "{\"name\": \"Baltic Timber\"}");
            whileRunning = person(ledger.port(), "Jan Kowalski");
            whileStopped = person(ledger.port(), "Olga Zima");
            assertThat(PackagedLedger.run("backup", file, "--home", home).code())
                    .isZero();
            PackagedLedger.run("erase", whileRunning, "--yes", "--home", home).refusedInOneLine("--client");
            erase(whileRunning, home);
            reads(ledger.port(), whileRunning, "[erased]", true);
            reads(ledger.port(), whileStopped, "Olga Zima", false);
        }
        PackagedLedger.run("erase", "person-none", "--client", client, "--yes", "--home", home)
                .refusedInOneLine("Only a contact person of the client");
        erase(whileStopped, home);
        try (var ledger = PackagedLedger.start(Path.of(home))) {
            reads(ledger.port(), whileStopped, "[erased]", true);
        }
        var copy = directory.resolve("copy");
        assertThat(PackagedLedger.run(
                                "restore",
                                file,
                                "--keys",
                                Path.of(home, "secrets").toString(),
                                "--home",
                                copy.toString())
                        .output())
                .contains("Erasures that were repeated: 2.");
        try (var restored = PackagedLedger.start(copy)) {
            // the events of the erasures came after the backup; what counts is that nobody reads the text any more
            reads(restored.port(), whileRunning, "[erased]", false);
            reads(restored.port(), whileStopped, "[erased]", false);
        }
    }

    private void erase(String person, String home) throws IOException, InterruptedException {
        var ended = PackagedLedger.run("erase", person, "--client", client, "--yes", "--home", home);
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(person + " is erased");
    }

    /** What stands under a person's name, and whether the record says that the person was erased. */
    private void reads(int port, String person, String name, boolean erased) throws IOException, InterruptedException {
        var position = sent(request(port, "/clients").GET())
                .headers()
                .firstValue("Ledger-Position")
                .orElseThrow();
        var shown = JSON.readTree(sent(request(port, "/clients/" + client + "/contact-persons/" + person)
                        .header("Ledger-Min-Position", position)
                        .GET())
                .body());
        assertThat(shown.path("name").asString()).isEqualTo(name);
        assertThat(shown.path("erased").asBoolean()).isEqualTo(erased);
    }

    private String person(int port, String name) throws IOException, InterruptedException {
        return id(
                port,
                "/clients/" + client + "/contact-persons",
                "{\"name\": \"%s\", \"standing\": \"OTHER\", \"addresses\": []}".formatted(name));
    }

    private String id(int port, String path, String body) throws IOException, InterruptedException {
        var answer = sent(request(port, path)
                .header("Idempotency-Key", "key-" + body.hashCode())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode created = JSON.readTree(answer.body());
        return created.path("id").asString();
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
