package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matterledger.launcher.scenarios.World.Reply;

/** Complaints and tasks that were recorded wrongly, named by their own ids or the caller's numbers, through HTTP. */
@ExtendWith(SharedWorld.class)
class AskedWronglyScenariosTest {

    private static final String SOURCE = "\"%s\": {\"system\": \"desk\", \"id\": \"%s\"}";

    private final World world;
    private final MatterStory matter;

    AskedWronglyScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    private String complained(String local, String source) {
        var reply = matter.does("Petro", "/complaints", """
                {"person": "%s", "channel": "PHONE", "words": "Late again.", "occurredAt": "%s", %s}""".formatted(
                        world.marta, matter.instant(local), SOURCE.formatted("source", source)));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply.id();
    }

    private String asked(String local, String source) {
        var reply = matter.does("Petro", "/tasks", """
                {"form": "WRITTEN", "person": "%s", "description": "A lease.", "occurredAt": "%s", %s}""".formatted(
                        world.marta, matter.instant(local), SOURCE.formatted("source", source)));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply.id();
    }

    private Reply says(String what, String of) {
        return matter.does("Petro", what, "{" + of + ", \"reason\": \"Typed wrongly.\"}");
    }

    @Test
    void a_complaint_of_another_day_is_acknowledged_from_then_on() {
        matter.at("2026-02-11T10:00");
        var complaint = complained("2026-02-11T10:00", "c-1");
        var really = ", \"occurredAt\": \"" + matter.instant("2026-02-10T10:00") + "\"";
        var corrected = says("/corrections", "\"complaint\": \"" + complaint + "\"" + really);
        assertThat(corrected.status()).as(corrected.raw().body()).isEqualTo(201);
        assertThat(matter.local(matter.only("ACK_COMPLAINT"), "due")).isEqualTo("2026-02-11T18:00");
    }

    @Test
    void a_complaint_that_never_was_is_withdrawn_by_its_source_and_its_breach_by_a_second_person() {
        matter.at("2026-02-10T10:00");
        complained("2026-02-10T10:00", "c-2");
        matter.at("2026-02-13T10:00");
        var asked = says("/withdrawals", SOURCE.formatted("entrySource", "c-2"));
        assertThat(matter.only("ACK_COMPLAINT").path("breached").asBoolean()).isTrue();
        var agreement = "/corrections/" + asked.id() + "/agreement";
        assertThat(matter.does("Petro", agreement, "{}").rule()).isEqualTo("ANOTHER_PERSON_AGREES");
        assertThat(matter.does("Rita", agreement, "{}").status()).isEqualTo(201);
        assertThat(matter.obligations("ACK_COMPLAINT")).isEmpty();
    }

    @Test
    void a_task_that_was_never_set_is_withdrawn_by_its_source_with_its_acceptance() {
        matter.at("2026-02-10T10:00");
        var task = asked("2026-02-10T10:00", "t-1");
        assertThat(matter.does("Olha", "/tasks/" + task + "/acceptance", "{\"dueOn\": \"2026-02-16\"}")
                        .status())
                .isEqualTo(201);
        assertThat(says("/withdrawals", SOURCE.formatted("entrySource", "t-1")).status())
                .isEqualTo(201);
        assertThat(matter.obligations("ACCEPT_OR_DECLINE")).isEmpty();
        assertThat(matter.obligations("DELIVER_TASK")).isEmpty();
        assertThat(says("/withdrawals", "\"task\": \"" + task + "\"").rule()).isEqualTo("ENTRY_IS_OF_THIS_MATTER");
    }

    @Test
    void an_acceptance_is_taken_back_by_the_entry_that_the_timeline_shows() {
        matter.at("2026-02-10T10:00");
        var task = asked("2026-02-10T10:00", "t-2");
        matter.does("Olha", "/tasks/" + task + "/acceptance", "{\"dueOn\": \"2026-02-16\"}");
        var timeline = world.get("Rita", matter.path + "/timeline?limit=200", matter.position())
                .json();
        var entry = StreamSupport.stream(timeline.path("items").spliterator(), false)
                .filter(line -> line.path("event").asString().equals("task.accepted"))
                .map(line -> line.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(says("/withdrawals", "\"entry\": \"" + entry + "\"").status())
                .isEqualTo(201);
        assertThat(matter.local(matter.open("ACCEPT_OR_DECLINE"), "due")).isEqualTo("2026-02-11T18:00");
        assertThat(matter.obligations("DELIVER_TASK")).isEmpty();
    }

    @Test
    void a_delivered_task_that_is_set_again_is_answered_again() {
        matter.at("2026-02-10T10:00");
        var task = "/tasks/" + asked("2026-02-10T10:00", "t-3");
        matter.does("Olha", task + "/acceptance", "{\"dueOn\": \"2026-02-16\"}");
        matter.does("Olha", task + "/delivery", "{\"channel\": \"MAIL\", \"to\": [\"%s\"]}".formatted(world.marta));
        var again = matter.at("2026-02-11T10:00").does("Petro", task + "/reopenings", """
                {"form": "WRITTEN", "person": "%s", "occurredAt": "%s", %s}""".formatted(
                        world.marta, matter.instant("2026-02-11T10:00"), SOURCE.formatted("source", "t-3-again")));
        assertThat(again.status()).as(again.raw().body()).isEqualTo(201);
        assertThat(matter.open("ACCEPT_OR_DECLINE").path("instance").asInt()).isEqualTo(2);
        assertThat(matter.only("DELIVER_TASK").path("result").asString()).isEqualTo("KEPT");
    }

    @Test
    void a_task_that_nobody_set_is_unknown() {
        assertThat(says("/withdrawals", "\"task\": \"task-never\"").status()).isEqualTo(404);
        assertThat(says("/withdrawals", "\"complaint\": \"complaint-never\"").status())
                .isEqualTo(404);
    }
}
