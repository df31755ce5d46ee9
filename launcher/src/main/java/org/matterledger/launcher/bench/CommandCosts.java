package org.matterledger.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.values.StaffRole;
import tools.jackson.databind.json.JsonMapper;

/** What each command costs over HTTP, one after another on an otherwise idle server, beside an update in the same matters. */
final class CommandCosts {

    private static final int ROUNDS = 60;
    private static final int WARM_UP = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The yardstick. */
    private static final String UPDATE = "SendUpdate";

    private final Map<String, double[]> taken = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LedgerClock clock = new SystemLedgerClock();
    private String base = "";
    private String token = "";
    private int round;

    void run(BenchNode node, Figures figures) throws IOException, InterruptedException {
        var access = node.bean(Access.class);
        var user = access.addUser("everything", EnumSet.allOf(StaffRole.class), null);
        token = access.createUserToken("everything", "benchmark", null).token();
        base = "http://127.0.0.1:" + node.port();
        var staff = user.staffId().value();
        var calendar = post("", "/calendars", "{\"name\":\"open\",\"zone\":\"UTC\",\"week\":{},\"alwaysOpen\":true}");
        for (round = -WARM_UP; round < ROUNDS; round++) {
            story(staff, calendar);
        }
        http.close();
        var yardstick = Measure.median(taken.getOrDefault(UPDATE, new double[] {1}));
        taken.forEach((command, times) -> {
            var median = Measure.median(times);
            figures.told(
                    command + " over HTTP, beside " + UPDATE,
                    Figures.milliseconds(median),
                    Figures.milliseconds(yardstick),
                    median / yardstick);
        });
    }

    private void story(String staff, String calendar) throws IOException, InterruptedException {
        var client = post("RegisterClient", "/clients", "{\"name\":\"Mill\"}");
        var person = post(
                "NameContactPerson",
                "/clients/" + client + "/contact-persons",
                "{\"name\":\"Marta\",\"standing\":\"PRINCIPAL\",\"addresses\":[]}");
        var matter =
                "/matters/" + post("OpenMatter", "/matters", """
                        {"client":"%s","title":"Lease","contactPerson":"%s","responsible":"%s","accountablePartner":"%s",
                         "calendar":"%s"}""".formatted(client, person, staff, staff, calendar));
        var to = "\"channel\":\"MAIL\",\"to\":[\"" + person + "\"]";
        var now = "\"occurredAt\":\"" + clock.now().minusSeconds(1) + "\"";
        var day = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(3);
        post(
                "AgreeChannel (proposal)",
                matter + "/channels",
                "{\"by\":\"FIRM\",\"kind\":\"TELEGRAM\",\"primary\":false,\"purposes\":[\"DAILY_MATTERS\"],"
                        + "\"window\":{\"opens\":\"09:00\",\"closes\":\"18:00\"},\"fileRoute\":\"MAIL\","
                        + "\"expectedAnswer\":\"PT2H\"}");
        post("OpenThread", matter + "/threads", "{\"subject\":\"Rent\"}");
        post("ReportMessage", matter + "/messages", "{\"from\":\"" + person + "\",\"channel\":\"MAIL\"," + now + "}");
        post("SendHoldingReply", matter + "/holding-replies", "{" + to + ",\"promisedFor\":\"" + day + "\"}");
        post("SendReply", matter + "/replies", "{" + to + "}");
        post(UPDATE, matter + "/updates", "{\"kind\":\"PROGRESS\"," + to + ",\"summary\":\"News.\"}");
        post(
                "ReportSent",
                matter + "/sent-messages",
                "{\"staff\":\"" + staff + "\",\"nature\":\"SUBSTANTIVE\"," + to + "," + now + "}");
        post(
                "ReportCall",
                matter + "/calls",
                "{\"callFrom\":\"CLIENT\",\"person\":\"" + person + "\",\"staff\":\"" + staff
                        + "\",\"channel\":\"PHONE\",\"answered\":true," + now + "}");
        var task = matter + "/tasks/"
                + post(
                        "RequestTask",
                        matter + "/tasks",
                        "{\"form\":\"WRITTEN\",\"person\":\"" + person + "\",\"description\":\"Sue.\"," + now + "}");
        post("AcceptTask", task + "/acceptance", "{\"dueOn\":\"" + day + "\"}");
        post("DeliverTask", task + "/delivery", "{" + to + "}");
        var complaint = post(
                "RecordComplaint",
                matter + "/complaints",
                "{\"person\":\"" + person + "\",\"channel\":\"MAIL\",\"words\":\"Too slow.\"," + now + "}");
        post("AcknowledgeComplaint", matter + "/complaints/" + complaint + "/acknowledgement", "{" + to + "}");
        post("CloseMatter", matter + "/closing", "{\"reason\":\"Done.\"}");
    }

    /** @return the id of what was recorded */
    private String post(String command, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var start = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var nanoseconds = System.nanoTime() - start;
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        if (round >= 0 && !command.isEmpty()) {
            taken.computeIfAbsent(command, name -> new double[ROUNDS])[round] = nanoseconds;
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }
}
