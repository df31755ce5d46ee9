package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kill -9 of the server, of PostgreSQL, and of both, in the middle of load: what was acknowledged stands once, and what
 * was cut off is resolved by repeating its key. Three rounds, or twenty with {@code ./ledger test --soak}.
 */
class KilledUnderLoadIT {

    private static final int ROUNDS = Boolean.getBoolean("ledger.soak") ? 20 : 3;
    private static final int ACKNOWLEDGED = 500;
    private static final int CALLERS = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path directory = Path.of("");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<Asked> cutOff = ConcurrentHashMap.newKeySet();
    private final Set<String> surprises = ConcurrentHashMap.newKeySet();
    private String token = "";
    private String message = "";

    /** A request that must be recorded once. */
    private record Asked(String key, String matter) {}

    /** What the ledger acknowledged: the sequence in the matter's stream, and where it is found. */
    private record Answer(String matter, long version, String location) {}

    @Test
    void loses_nothing_that_was_acknowledged_and_doubles_nothing() throws Exception {
        var home = directory.resolve("home");
        List<String> matters = List.of();
        for (var round = 0; round < ROUNDS; round++) {
            try (var ledger = PackagedLedger.start(home)) {
                matters = round == 0 ? firm(home, ledger.port()) : matters;
                resolveCutOff(ledger.port());
                killInTheMiddle(round, home, ledger, matters);
            }
        }
        try (var ledger = PackagedLedger.start(home)) {
            resolveCutOff(ledger.port());
            for (var matter : matters) {
                eachOnce(ledger.port(), matter, lastPosition(ledger.port(), matter));
            }
            repeatedKeysAreAnsweredAlike(ledger.port());
        }
    }

    /** Where no start came after a kill, PostgreSQL is an orphan still. */
    @AfterEach
    void nothing_is_left_running() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void killInTheMiddle(int round, Path home, PackagedLedger.Running ledger, List<String> matters)
            throws Exception {
        var before = answers.size();
        var killed = new AtomicBoolean();
        var callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofVirtual()
                        .start(() -> askUntilKilled(round + "-" + caller, ledger.port(), matters, killed)))
                .toList();
        try {
            PackagedLedger.await(() -> answers.size() - before >= ACKNOWLEDGED, ledger.output());
        } finally {
            killed.set(true);
        }
        var postgres = postmaster(home);
        if (round % 3 != 1) {
            ledger.process().destroyForcibly();
        }
        if (round % 3 != 0) {
            postgres.destroyForcibly();
        }
        for (var caller : callers) {
            caller.join();
        }
        ledger.process().destroyForcibly().waitFor(60, TimeUnit.SECONDS);
    }

    private void askUntilKilled(String name, int port, List<String> matters, AtomicBoolean killed) {
        for (var n = 0; !killed.get(); n++) {
            var asked = new Asked("kill-" + name + "-" + n, matters.get(n % matters.size()));
            try {
                ask(port, asked);
            } catch (IOException e) {
                cutOff.add(asked);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void ask(int port, Asked asked) throws IOException, InterruptedException {
        var answer = post(port, asked.key(), asked.matter() + "/messages", message);
        if (answer.statusCode() == 201) {
            answers.put(asked.key(), acknowledged(asked.matter(), answer));
        } else if (answer.statusCode() >= 500) {
            cutOff.add(asked);
        } else {
            surprises.add(answer.statusCode() + " " + answer.body());
        }
    }

    private void resolveCutOff(int port) throws IOException, InterruptedException {
        for (var asked : List.copyOf(cutOff)) {
            cutOff.remove(asked);
            ask(port, asked);
        }
        assertThat(cutOff).isEmpty();
        assertThat(surprises).isEmpty();
    }

    /** The messages that the matter's timeline shows are the answers, one for each key: nothing lost, nothing doubled. */
    private void eachOnce(int port, String matter, String position) throws IOException, InterruptedException {
        var acknowledged = answers.values().stream()
                .filter(answer -> answer.matter().equals(matter))
                .map(answer -> Long.parseLong(
                        answer.location().substring(answer.location().lastIndexOf('-') + 1)))
                .toList();
        assertThat(shown(port, matter, position)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    /** The sequence of each message on a matter's timeline. */
    private List<Long> shown(int port, String matter, String position) throws IOException, InterruptedException {
        var sequences = new ArrayList<Long>();
        var path = matter + "/timeline?limit=200";
        while (!path.isEmpty()) {
            var page = http.send(
                    request(port, path)
                            .header("Ledger-Min-Position", position)
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            json(page).path("items").forEach(item -> {
                if (item.path("event").asString().equals("message.received")) {
                    sequences.add(item.path("version").asLong());
                }
            });
            path = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        return sequences;
    }

    private void repeatedKeysAreAnsweredAlike(int port) throws IOException, InterruptedException {
        for (var known : answers.entrySet().stream().limit(100).toList()) {
            var again = post(port, known.getKey(), known.getValue().matter() + "/messages", message);
            assertThat(acknowledged(known.getValue().matter(), again)).isEqualTo(known.getValue());
        }
    }

    private static Answer acknowledged(String matter, HttpResponse<String> answer) {
        var tag = answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        return new Answer(
                matter,
                Long.parseLong(tag),
                answer.headers().firstValue("Location").orElseThrow());
    }

    private List<String> firm(Path home, int port) throws IOException, InterruptedException {
        var created = PackagedLedger.run("token", "create", "--integration", "load", "--home", home.toString());
        token = created.output()
                .lines()
                .filter(line -> line.startsWith("token "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow();
        var staff = id(port, "/staff", "{\"name\": \"Anna Nowak\", \"roles\": [\"PARTNER\"]}");
        var client = id(port, "/clients", "{\"name\": \"Baltic Timber\"}");
        var person = id(port, "/clients/" + client + "/contact-persons", """
                {"name": "Jan Kowalski", "standing": "PRINCIPAL", "addresses": []}""");
        var calendar = id(port, "/calendars", """
                {"name": "Warsaw", "zone": "Europe/Warsaw", "week": {"MONDAY": [{"opens": "09:00", "closes": "17:00"}]}}""");
        message = """
                {"from": "%s", "channel": "MAIL", "subject": "A question", "occurredAt": "2026-03-20T15:00:00Z"}""".formatted(person);
        var matters = new ArrayList<String>();
        for (var n = 0; n < 20; n++) {
            matters.add("/matters/" + id(port, "/matters", """
                    {"client": "%s", "title": "Matter %d", "contactPerson": "%s", "responsible": "%s",
                     "accountablePartner": "%s", "calendar": "%s"}""".formatted(client, n, person, staff, staff, calendar)));
        }
        return matters;
    }

    private String id(int port, String path, String body) throws IOException, InterruptedException {
        var answer = post(port, "setup-" + path + body.hashCode(), path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    private HttpResponse<String> post(int port, String key, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(port, path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Where one more message stands, after all others. */
    private String lastPosition(int port, String matter) throws IOException, InterruptedException {
        var head = post(port, "last-" + matter, matter + "/messages", message);
        answers.put("last-" + matter, acknowledged(matter, head));
        return head.headers().firstValue("Ledger-Position").orElseThrow();
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(java.time.Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static ProcessHandle postmaster(Path home) throws IOException {
        var line =
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(line.strip())).orElseThrow();
    }
}
