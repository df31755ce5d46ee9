package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wrong entries, named by the caller's own numbers, through HTTP (rules.md 1.8, 17). */
@ExtendWith(SharedWorld.class)
class CorrectionScenariosTest {

    private final World world;
    private final MatterStory matter;

    CorrectionScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    private void mails(String local, String id) {
        matter.at(local).clientWrites(local, "MAIL", ", \"source\": {\"system\": \"mail\", \"id\": \"" + id + "\"}");
    }

    private static String about(String id, String more) {
        return "{\"entrySource\": {\"system\": \"mail\", \"id\": \"" + id + "\"}, \"reason\": \"Filed wrongly.\"" + more
                + "}";
    }

    @Test
    void a_message_withdrawn_by_its_source_asks_for_nothing() {
        mails("2026-02-10T10:00", "w-1");
        assertThat(matter.does("Petro", "/withdrawals", about("w-1", "")).status())
                .isEqualTo(201);
        assertThat(matter.obligations("REPLY")).isEmpty();
    }

    @Test
    void a_source_that_nobody_reported_is_unknown() {
        assertThat(matter.does("Petro", "/withdrawals", about("never", "")).status())
                .isEqualTo(404);
    }

    @Test
    void a_breach_vanishes_when_a_second_person_agrees() {
        mails("2026-02-10T10:00", "c-1");
        matter.at("2026-02-11T10:00");
        var asked = matter.does("Petro", "/corrections", about("c-1", ", \"nature\": \"AUTOMATIC\""));
        assertThat(matter.only("REPLY").path("breached").asBoolean()).isTrue();
        var agreement = "/corrections/" + asked.id() + "/agreement";
        assertThat(matter.does("Petro", agreement, "{}").rule()).isEqualTo("ANOTHER_PERSON_AGREES");
        assertThat(matter.does("Olha", agreement, "{}").status()).isEqualTo(403);
        assertThat(matter.does("Rita", agreement, "{}").status()).isEqualTo(201);
        assertThat(matter.obligations("REPLY")).isEmpty();
    }

    @Test
    void a_message_moved_to_another_matter_waits_for_its_answer_there() {
        mails("2026-02-10T10:00", "m-1");
        var other = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-10T10:30");
        var there = other.path.substring("/matters/".length());
        assertThat(matter.does("Petro", "/moves", about("m-1", ", \"toMatter\": \"" + there + "\""))
                        .status())
                .isEqualTo(201);
        assertThat(matter.obligations("REPLY")).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !other.obligations("REPLY").isEmpty());
        assertThat(other.local(other.only("REPLY"), "since")).isEqualTo("2026-02-10T10:00");
        assertThat(other.local(other.only("REPLY"), "due")).isEqualTo("2026-02-10T18:00");
    }

    @Test
    void an_answer_filed_in_another_matter_takes_a_breach_back_when_a_second_person_agrees() {
        mails("2026-02-10T10:00", "m-3");
        var other = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-10T10:30");
        assertThat(other.at("2026-02-10T11:00").replies().status()).isEqualTo(201);
        matter.at("2026-02-11T10:00");
        var moved = other.does(
                "Petro", "/moves", """
                {"entry": "%s", "toMatter": "%s", "reason": "Filed wrongly."}""".formatted(other.lastEntry(), matter.path.substring("/matters/".length())));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(201);
        var agreement = "/corrections/" + moved.id() + "/agreement";
        assertThat(other.does("Petro", agreement, "{}").rule()).isEqualTo("ANOTHER_PERSON_AGREES");
        assertThat(other.does("Rita", agreement, "{}").status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> matter.only("REPLY").path("result").asString().equals("KEPT"));
        assertThat(matter.only("REPLY").path("reassessed").asString()).isEqualTo("MET_RECORDED_LATE");
    }

    @Test
    void a_message_is_not_moved_to_a_matter_that_nobody_opened() {
        mails("2026-02-10T10:00", "m-2");
        var moved = matter.does("Petro", "/moves", about("m-2", ", \"toMatter\": \"matter-nobody-opened\""));
        assertThat(moved.rule()).isEqualTo("ENTRY_MOVES_TO_ANOTHER_MATTER");
        assertThat(matter.obligations("REPLY")).hasSize(1);
    }
}
