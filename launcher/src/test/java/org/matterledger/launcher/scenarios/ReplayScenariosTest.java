package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What was known on a day, and what is known of it now. */
@ExtendWith(SharedWorld.class)
class ReplayScenariosTest {

    private final World world;

    ReplayScenariosTest(World world) {
        this.world = world;
    }

    /** The story of S-32: the call of Friday 17:30, recorded on Monday. */
    @Test
    void S_65_as_of() {
        var matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-13T09:00");
        matter.at("2026-02-13T10:00").clientMailsNow();
        matter.at("2026-02-13T18:30").does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        var question = matter.only("REPLY").path("reason").path("basis").asString();
        matter.at("2026-02-16T09:20").does("Petro", "/calls", """
                {"callFrom": "FIRM", "person": "%s", "staff": "%s", "channel": "PHONE", "answered": true,
                 "inReplyTo": "%s", "occurredAt": "%s"}""".formatted(
                        world.marta, world.staff("Olha"), question, matter.instant("2026-02-13T17:30")));
        assertThat(matter.only("REPLY").path("reassessed").asString()).isEqualTo("MET_RECORDED_LATE");

        var then = asOf(matter, "2026-02-14T12:00", "then");
        assertThat(reply(then, "open").path("breached").asBoolean()).isTrue();
        assertThat(then.path("contacts").size()).isEqualTo(1);
        var now = asOf(matter, "2026-02-14T12:00", "now");
        assertThat(reply(now, "ended").path("result").asString()).isEqualTo("KEPT");
        assertThat(reply(now, "ended").path("breached").asBoolean()).isFalse();
        assertThat(now.path("contacts").size()).isEqualTo(2);

        assertThat(kinds(matter, "2026-02-14T12:00"))
                .contains("LATE_ENTRY", "REASSESSED")
                .containsOnly("LATE_ENTRY", "REASSESSED");
        assertThat(kinds(matter, "2026-02-13T17:00")).isEmpty();
        assertThat(kinds(matter, "2026-02-16T09:20")).isEmpty();
    }

    private JsonNode asOf(MatterStory matter, String local, String known) {
        return read(matter, "/as-of?at=" + matter.instant(local) + "&known=" + known);
    }

    private List<String> kinds(MatterStory matter, String local) {
        var differences =
                read(matter, "/as-of/difference?at=" + matter.instant(local)).path("differences");
        return StreamSupport.stream(differences.spliterator(), false)
                .map(difference -> difference.path("kind").asString())
                .toList();
    }

    private static JsonNode reply(JsonNode state, String where) {
        return StreamSupport.stream(state.path(where).spliterator(), false)
                .filter(duty -> duty.path("kind").asString().equals("REPLY"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(state.toString()));
    }

    private JsonNode read(MatterStory matter, String path) {
        var reply = world.get("Rita", matter.path + path, matter.position());
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply.json();
    }
}
