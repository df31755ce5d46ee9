package org.matterledger.launcher.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.values.StaffRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scenarios' world: a running ledger on a movable clock, Olha who is responsible, Petro who is accountable, Rita who
 * reviews, a designer, a client with Marta (its owner) and Ivo (its bookkeeper), and five calendars.
 */
final class World implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    final WorldClock clock = new WorldClock();
    final Map<String, String> calendars = new LinkedHashMap<>();
    final String client;
    final String marta;
    final String ivo;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LedgerServer server;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> staff = new LinkedHashMap<>();

    World(Path home) {
        server = LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        TestDatabase.fresh(),
                        new Secrets(home.resolve("secrets"))),
                context -> context.getBeanFactory().registerSingleton("ledgerClock", clock));
        employ("Olha", StaffRole.FEE_EARNER);
        employ("Petro", StaffRole.PARTNER, StaffRole.ADMINISTRATOR);
        employ("Rita", StaffRole.REVIEWER);
        employ("Designer", StaffRole.FEE_EARNER);
        client = post("Petro", "/clients", "{\"name\": \"Mill\"}").id();
        marta = person("Marta", "PRINCIPAL");
        ivo = person("Ivo", "OTHER");
        calendars.put("KYIV", calendar("Europe/Kyiv", "09:00", "18:00", "{}"));
        calendars.put(
                "WAW",
                calendar(
                        "Europe/Warsaw",
                        "09:00",
                        "17:00",
                        "{\"2026-06-04\": [], \"2026-11-11\": [], \"2026-12-24\": [], \"2026-12-25\": []}"));
        calendars.put(
                "MSK",
                calendar(
                        "Europe/Moscow",
                        "09:00",
                        "18:00",
                        "{\"2025-11-01\": [{\"opens\": \"09:00\", \"closes\": \"17:00\"}],"
                                + " \"2025-11-03\": [], \"2025-11-04\": []}"));
        calendars.put("ALWAYS", post("Petro", "/calendars", """
                        {"name": "always", "zone": "Europe/Kyiv", "week": {}, "alwaysOpen": true}""").id());
    }

    /** What the ledger answered. */
    record Reply(int status, HttpResponse<String> raw) {

        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        String id() {
            if (status != 201) {
                throw new AssertionError(status + " " + raw.body());
            }
            return json().path("id").asString();
        }

        String position() {
            return raw.headers().firstValue("Ledger-Position").orElse("");
        }

        /** The rule that refused. */
        String rule() {
            return json().path("type").asString().replaceFirst(".*:", "");
        }
    }

    private void employ(String name, StaffRole... roles) {
        var access = server.bean(Access.class);
        var user = access.addUser(name, Set.of(roles), "correct horse battery staple");
        staff.put(name, user.staffId().value());
        tokens.put(name, access.createUserToken(name, "tests", null).token());
    }

    private String person(String name, String standing) {
        return post("Petro", "/clients/" + client + "/contact-persons", """
                {"name": "%s", "standing": "%s", "addresses": []}""".formatted(name, standing))
                .id();
    }

    /** Monday to Friday; published at the clock's time. */
    String calendar(String zone, String opens, String closes, String exceptions) {
        return post("Petro", "/calendars", hours(zone, opens, closes, exceptions))
                .id();
    }

    static String hours(String zone, String opens, String closes, String exceptions) {
        var day = "[{\"opens\": \"%s\", \"closes\": \"%s\"}]".formatted(opens, closes);
        return """
                {"name": "%s %s", "zone": "%s", "exceptions": %s,
                 "week": {"MONDAY": %s, "TUESDAY": %s, "WEDNESDAY": %s, "THURSDAY": %s, "FRIDAY": %s}}""".formatted(zone, opens, zone, exceptions, day, day, day, day, day);
    }

    String staff(String name) {
        return java.util.Objects.requireNonNull(staff.get(name));
    }

    Reply post(String who, String path, String body) {
        return postKeyed(who, UUID.randomUUID().toString(), path, body);
    }

    Reply postKeyed(String who, String key, String path, String body) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What an import tells, live: at the clock's time. */
    Receipt imports(Function<Confidential, LedgerCommand> mail) {
        return server.bean(CommandPort.class)
                .send(
                        new Caller("integration:import", null, Set.of(), null, "", null, "import", null),
                        mail.apply(server.bean(Confidential.class)));
    }

    /** @param position that the answer must have reached */
    Reply get(String who, String path, String position) {
        var request = request(who, path).GET();
        return send(position.isEmpty() ? request : request.header("Ledger-Min-Position", position));
    }

    private HttpRequest.Builder request(String who, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + tokens.get(who));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var raw = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(raw.statusCode(), raw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Instant now() {
        return clock.now();
    }

    @Override
    public void close() {
        server.close();
    }
}
