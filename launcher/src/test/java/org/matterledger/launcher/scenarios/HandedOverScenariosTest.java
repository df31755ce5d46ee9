package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A duty goes along when another becomes responsible; its clock runs on, and the time goes to each (semantics 4.2, 12). */
@ExtendWith(SharedWorld.class)
class HandedOverScenariosTest {

    private final World world;
    private final MatterStory matter;

    HandedOverScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    @Test
    void each_holder_has_the_time_for_which_the_duty_was_theirs() {
        matter.at("2026-02-10T10:00").clientMailsNow();
        var due = matter.only("REPLY").path("due");
        matter.at("2026-02-10T13:00");
        var replaced =
                matter.does("Petro", "/responsible", "{\"responsible\": \"%s\"}".formatted(world.staff("Petro")));
        assertThat(replaced.status()).as(replaced.raw().body()).isEqualTo(201);
        matter.at("2026-02-11T10:00").replies();
        var reply = matter.only("REPLY");
        assertThat(reply.path("due")).isEqualTo(due);
        var held = world.get("Rita", "/obligations/" + reply.path("id").asString(), matter.position())
                .json()
                .path("held");
        assertThat(held).hasSize(2);
        assertThat(held.path(0).path("holder").asString()).isEqualTo(world.staff("Olha"));
        assertThat(matter.local(held.path(0), "until")).isEqualTo("2026-02-10T13:00");
        assertThat(held.path(0).path("time").path("business").asString()).isEqualTo("PT3H");
        assertThat(held.path(1).path("holder").asString()).isEqualTo(world.staff("Petro"));
        assertThat(matter.local(held.path(1), "until")).isEqualTo("2026-02-11T10:00");
        assertThat(held.path(1).path("time").path("business").asString()).isEqualTo("PT6H");
        assertThat(held.path(1).path("time").path("calendar").asString()).isEqualTo("PT21H");
    }
}
