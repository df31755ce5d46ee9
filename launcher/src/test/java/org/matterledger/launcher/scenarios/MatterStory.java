package org.matterledger.launcher.scenarios;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.matterledger.launcher.scenarios.World.Reply;
import tools.jackson.databind.JsonNode;

/** One matter as its people live it: local times, and what the ledger then says is owed. */
final class MatterStory {

    final World world;
    final String path;
    private final ZoneId zone;
    private String position = "";
    private String lastEntry = "";

    private MatterStory(World world, String path, ZoneId zone) {
        this.world = world;
        this.path = path;
        this.zone = zone;
    }

    /** A matter opened at a local time; replies are due by closing, as the scenarios assume. */
    static MatterStory opened(World world, String calendar, String zone, String local) {
        return opened(world, calendar, zone, local, "");
    }

    static MatterStory opened(World world, String calendar, String zone, String local, String more) {
        var id = java.util.Objects.requireNonNull(world.calendars.get(calendar));
        return openedWith(world, id, zone, local, more);
    }

    static MatterStory openedWith(World world, String calendarId, String zone, String local, String more) {
        world.clock.put(LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant());
        var matter = world.post("Petro", "/matters", """
                {"client": "%s", "title": "M-1", "contactPerson": "%s", "responsible": "%s",
                 "accountablePartner": "%s", "calendar": "%s"%s}""".formatted(
                        world.client, world.marta, world.staff("Olha"), world.staff("Petro"), calendarId, more));
        var story = new MatterStory(world, "/matters/" + matter.id(), ZoneId.of(zone));
        story.does("Petro", "/terms/answer-times", "{\"cutOff\": \"CLOSE\"}");
        return story;
    }

    MatterStory at(String local) {
        world.clock.put(instant(local));
        return this;
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    Reply does(String who, String where, String body) {
        var reply = world.post(who, path + where, body);
        if (reply.status() < 300) {
            position = reply.position();
            lastEntry = reply.json().path("id").asString();
        }
        return reply;
    }

    /** The id of what the last request recorded. */
    String lastEntry() {
        return lastEntry;
    }

    Reply clientWrites(String local) {
        return clientWrites(local, "MAIL", "");
    }

    Reply clientWrites(String local, String channel, String more) {
        return recorded(does("Petro", "/messages", """
                {"from": "%s", "channel": "%s", "occurredAt": "%s"%s}""".formatted(world.marta, channel, instant(local), more)));
    }

    Reply clientMailsNow() {
        return clientWrites(world.now().atZone(zone).toLocalDateTime().toString());
    }

    Reply firmWrote(String local, String channel, String nature) {
        return recorded(does("Petro", "/sent-messages", """
                {"staff": "%s", "to": ["%s"], "channel": "%s", "nature": "%s", "occurredAt": "%s"}""".formatted(
                        world.staff("Olha"), world.marta, channel, nature, instant(local))));
    }

    Reply firmCalled(String local) {
        return recorded(does("Petro", "/calls", """
                {"callFrom": "FIRM", "person": "%s", "staff": "%s", "channel": "PHONE", "answered": true,
                 "occurredAt": "%s"}""".formatted(world.marta, world.staff("Olha"), instant(local))));
    }

    Reply replies() {
        return does("Olha", "/replies", """
                {"channel": "MAIL", "to": ["%s"]}""".formatted(world.marta));
    }

    Reply holds(String day) {
        return holding(day.isEmpty() ? "" : ", \"promisedFor\": \"" + day + "\"");
    }

    Reply holds(String day, String time) {
        return holding(", \"promisedFor\": \"" + day + "\", \"promisedTime\": \"" + time + "\"");
    }

    private Reply holding(String promised) {
        return does("Olha", "/holding-replies", """
                {"channel": "MAIL", "to": ["%s"]%s}""".formatted(world.marta, promised));
    }

    Reply updates(String kind, String more) {
        return does("Olha", "/updates", """
                {"kind": "%s", "channel": "MAIL", "to": ["%s"], "summary": "As it stands."%s}""".formatted(kind, world.marta, more));
    }

    private static Reply recorded(Reply reply) {
        if (reply.status() != 201) {
            throw new AssertionError(reply.status() + " " + reply.raw().body());
        }
        return reply;
    }

    List<JsonNode> obligations() {
        var reply = world.get("Rita", path + "/obligations?limit=200", position);
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.raw().body());
        }
        return StreamSupport.stream(reply.json().path("items").spliterator(), false)
                .filter(duty -> !duty.path("cancelledFor").asString("").equals("RECKONED_AGAIN"))
                .toList();
    }

    List<JsonNode> obligations(String kind) {
        return obligations().stream()
                .filter(duty -> duty.path("kind").asString().equals(kind))
                .sorted(java.util.Comparator.comparing(
                        duty -> duty.path("since").asString()))
                .toList();
    }

    JsonNode only(String kind) {
        var all = obligations(kind);
        if (all.size() != 1) {
            throw new AssertionError("one " + kind + " expected: " + all);
        }
        return all.getFirst();
    }

    JsonNode open(String kind) {
        return obligations(kind).stream()
                .filter(duty -> duty.path("result").asString().equals("OPEN"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no open " + kind + " in " + obligations()));
    }

    /** What Olha's work list says is to be done about a duty. */
    String actFor(JsonNode duty) {
        var path = "/work-list?limit=200";
        while (true) {
            var page = world.get("Olha", path, position).json();
            for (var line : page.path("items")) {
                if (line.path("obligation").equals(duty.path("id"))) {
                    return line.path("act").asString();
                }
            }
            if (page.path("next").asString("").isEmpty()) {
                throw new AssertionError(duty + " is not on the work list");
            }
            path = "/work-list?limit=200&cursor=" + page.path("next").asString();
        }
    }

    /** What was asked past this story is to be seen in it too. */
    void seen(Reply reply) {
        seenAt(reply.position());
    }

    void seenAt(String recorded) {
        position = recorded;
    }

    String local(JsonNode duty, String member) {
        return local(Instant.parse(duty.path(member).asString()));
    }

    String local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().toString();
    }

    String position() {
        return position;
    }
}
