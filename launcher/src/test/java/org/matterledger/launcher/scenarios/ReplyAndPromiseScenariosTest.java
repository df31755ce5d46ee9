package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Section A of the scenarios: reply and promise. */
@ExtendWith(SharedWorld.class)
class ReplyAndPromiseScenariosTest {

    private final World world;
    private final MatterStory matter;

    ReplyAndPromiseScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    @Test
    void S_01_same_day() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        assertThat(matter.only("REPLY").path("due").asString()).isEqualTo("2026-02-10T16:00:00Z");
    }

    @Test
    void S_02_exact_closing() {
        matter.at("2026-02-10T18:00").clientMailsNow();
        assertThat(due("REPLY")).isEqualTo("2026-02-11T18:00");
        var other = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
        other.at("2026-02-10T17:59:59").clientMailsNow();
        assertThat(other.local(other.only("REPLY"), "due")).isEqualTo("2026-02-10T18:00");
    }

    @Test
    void S_03_before_opening() {
        matter.at("2026-02-10T07:15").clientMailsNow();
        assertThat(due("REPLY")).isEqualTo("2026-02-10T18:00");
    }

    @Test
    void S_04_friday_evening() {
        matter.at("2026-02-13T19:40").clientMailsNow();
        assertThat(due("REPLY")).isEqualTo("2026-02-16T18:00");
    }

    @Test
    void S_05_oldest_counts() {
        matter.at("2026-02-10T10:00").clientMailsNow();
        matter.at("2026-02-10T16:00").clientMailsNow();
        matter.at("2026-02-11T09:30").clientMailsNow();
        assertThat(due("REPLY")).isEqualTo("2026-02-10T18:00");
        assertThat(matter.local(matter.only("REPLY"), "breachedAt")).isEqualTo("2026-02-10T18:00");
        assertThat(matter.at("2026-02-11T11:15").replies().status()).isEqualTo(201);
        var reply = matter.only("REPLY");
        assertThat(reply.path("result").asString()).isEqualTo("KEPT_LATE");
        assertThat(reply.path("late").path("business").asString()).isEqualTo("PT2H15M");
        assertThat(reply.path("late").path("calendar").asString()).isEqualTo("PT17H15M");
        matter.at("2026-02-12T18:00").clientMailsNow();
        assertThat(matter.obligations("REPLY")).as("all three were answered").hasSize(2);
    }

    @Test
    void S_06_holding_reply() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        assertThat(matter.at("2026-02-10T17:30").holds("2026-02-13").status()).isEqualTo(201);
        assertThat(result(matter.only("REPLY"))).isEqualTo("KEPT");
        assertThat(due("KEEP_PROMISE")).isEqualTo("2026-02-13T18:00");
    }

    @Test
    void S_06_what_the_work_list_names_as_the_act_keeps_the_promise() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30").holds("2026-02-13");
        var act = matter.actFor(matter.only("KEEP_PROMISE"));
        var done = world.post("Olha", act, "{\"channel\": \"MAIL\", \"to\": [\"" + world.marta + "\"]}");
        assertThat(done.status()).as(done.raw().body()).isEqualTo(201);
        matter.seen(done);
        assertThat(result(matter.only("KEEP_PROMISE"))).isEqualTo("KEPT");
    }

    @Test
    void S_07_no_date_no_holding_reply() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30");
        assertThat(matter.holds("").rule()).isEqualTo("PROMISE_NAMES_A_DATE");
        assertThat(matter.holds("soon").status()).isEqualTo(400);
        assertThat(matter.holds("2026-02-09").rule()).isEqualTo("PROMISED_DATE_IS_AHEAD_AND_OPEN");
        assertThat(matter.holds("2026-02-15").rule()).isEqualTo("PROMISED_DATE_IS_AHEAD_AND_OPEN");
        assertThat(result(matter.only("REPLY"))).isEqualTo("OPEN");
    }

    @Test
    void S_08_re_promise() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30").holds("2026-02-13");
        matter.at("2026-02-12T18:00").holds("2026-02-17");
        assertThat(result(matter.obligations("KEEP_PROMISE").get(0))).isEqualTo("REPLACED_WITH_NOTICE");
        matter.at("2026-02-17T12:00").holds("2026-02-19");
        var promises = matter.obligations("KEEP_PROMISE");
        assertThat(result(promises.get(1))).isEqualTo("REPLACED_WITHOUT_NOTICE");
        assertThat(promises.get(2).path("promises").asInt()).isEqualTo(2);
        assertThat(promises.get(2).path("escalatedTo").asString()).isEqualTo("PARTNER");
    }

    @Test
    void S_08_a_promise_after_a_promises_due_does_not_undo_the_missed_one() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30").holds("2026-02-13");
        matter.at("2026-02-16T10:00").holds("2026-02-18");
        assertThat(matter.obligations("KEEP_PROMISE").get(0).path("breached").asBoolean())
                .isTrue();
    }

    @Test
    void S_09_delay_notice() {
        var task = acceptedFor("2026-03-20");
        matter.at("2026-03-19T12:00");
        var notice = matter.does(
                "Olha", "/delay-notices", """
                {"obligation": "%s", "channel": "MAIL", "to": ["%s"], "promisedFor": "2026-03-25"}""".formatted(task.path("id").asString(), world.marta));
        assertThat(notice.status()).isEqualTo(201);
        var deliveries = matter.obligations("DELIVER_TASK");
        assertThat(result(deliveries.get(0))).isEqualTo("REPLACED_WITH_NOTICE");
        assertThat(matter.local(deliveries.get(1), "due")).isEqualTo("2026-03-25T18:00");
    }

    @Test
    void S_09_without_the_notice() {
        acceptedFor("2026-03-20");
        matter.at("2026-03-20T19:00").clientMailsNow();
        assertThat(matter.only("DELIVER_TASK").path("breached").asBoolean()).isTrue();
        assertThat(matter.local(matter.only("DELAY_NOTICE"), "breachedAt")).isEqualTo("2026-03-19T18:00");
    }

    @Test
    void S_10_auto_reply() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T15:21").firmWrote("2026-02-10T15:21", "MAIL", "AUTOMATIC");
        assertThat(result(matter.only("REPLY"))).isEqualTo("OPEN");
    }

    @Test
    void S_11_bounce() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T16:00").replies();
        var reply = matter.lastEntry();
        assertThat(result(matter.only("REPLY"))).isEqualTo("KEPT");
        matter.at("2026-02-10T16:05")
                .does("Petro", "/delivery-failures", """
                {"entry": "%s", "occurredAt": "%s"}""".formatted(reply, matter.instant("2026-02-10T16:05")));
        assertThat(result(matter.only("REPLY"))).isEqualTo("OPEN");
        assertThat(due("REPLY")).isEqualTo("2026-02-10T18:00");
    }

    @Test
    void S_12_thanks() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        var thanks = matter.lastEntry();
        var waived = matter.at("2026-02-10T15:30").does("Olha", "/answer-waivers", """
                {"entry": "%s", "reason": "The client only says thanks."}""".formatted(thanks));
        assertThat(waived.status()).isEqualTo(201);
        var reply = matter.only("REPLY");
        assertThat(result(reply)).isEqualTo("CANCELLED");
        assertThat(reply.path("cancelledFor").asString()).isEqualTo("NEEDS_NO_ANSWER");
    }

    private JsonNode acceptedFor(String day) {
        matter.at("2026-03-10T10:00");
        var task = matter.does("Petro", "/tasks", """
                {"form": "WRITTEN", "person": "%s", "description": "Draft it.", "occurredAt": "%s"}""".formatted(world.marta, matter.instant("2026-03-10T10:00")));
        var accepted = matter.at("2026-03-10T11:00")
                .does("Olha", "/tasks/" + task.id() + "/acceptance", "{\"dueOn\": \"" + day + "\"}");
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(201);
        return matter.only("DELIVER_TASK");
    }

    private String due(String kind) {
        return matter.local(matter.only(kind), "due");
    }

    private static String result(JsonNode duty) {
        return duty.path("result").asString();
    }
}
