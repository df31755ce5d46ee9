package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.launcher.scenarios.World.Reply;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.ThreadId;
import tools.jackson.databind.JsonNode;

/** S-12 when the answer was late already: the clock stops, and a breach vanishes by two persons' word alone. */
@ExtendWith(SharedWorld.class)
class NeedlessAnswerScenariosTest {

    private final World world;
    private final MatterStory matter;

    NeedlessAnswerScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    private Reply waives(String entry) {
        var waived = matter.does("Olha", "/answer-waivers", """
                {"entry": "%s", "reason": "The client only says thanks."}""".formatted(entry));
        assertThat(waived.status()).as(waived.raw().body()).isEqualTo(201);
        return waived;
    }

    /** The request, as the timeline shows it. */
    private JsonNode asked() {
        var timeline = world.get("Rita", matter.path + "/timeline?limit=200", matter.position());
        return timeline.json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals("entry.correction-requested"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(timeline.raw().body()));
    }

    private JsonNode reply() {
        return matter.only("REPLY");
    }

    @Test
    void S_12_of_a_message_that_waited_too_long() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        var thanks = matter.lastEntry();
        matter.at("2026-02-11T10:00");
        var agreement = "/corrections/" + waives(thanks).id() + "/agreement";
        assertThat(reply().path("result").asString()).isEqualTo("CANCELLED");
        assertThat(reply().path("reassessed").isMissingNode()).isTrue();
        assertThat(asked().path("noAnswerSuggested").asBoolean()).isTrue();

        assertThat(matter.does("Petro", agreement, "{}").status()).isEqualTo(201);
        assertThat(reply().path("result").asString()).isEqualTo("CANCELLED");
        assertThat(reply().path("cancelledFor").asString()).isEqualTo("NEEDS_NO_ANSWER");
        assertThat(reply().path("reassessed").asString()).isEqualTo("MET_AS_CORRECTED");
    }

    @Test
    void S_12_of_imported_mail() {
        matter.at("2026-02-10T15:20");
        var id = new MatterId(matter.path.substring("/matters/".length()));
        var told = world.imports(confidential -> MatterCommands.received(
                new PersonId(world.marta),
                new MatterCommands.Mail(
                        id,
                        null,
                        new ContentDigest("0".repeat(64)),
                        MessageNature.SUBSTANTIVE,
                        new ThreadId("thread-of-" + id.value()),
                        null,
                        new Source("mail", "thanks of " + id.value()),
                        null,
                        confidential.seal(id.value(), "inbox/1."),
                        false,
                        true,
                        world.now())));
        matter.at("2026-02-11T10:00").does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        assertThat(reply().path("breached").asBoolean()).isTrue();
        waives(Objects.requireNonNull(told.entry()));
        assertThat(reply().path("result").asString()).isEqualTo("CANCELLED");
        assertThat(reply().path("reassessed").asString()).isEqualTo("MET_AS_CORRECTED");
    }
}
