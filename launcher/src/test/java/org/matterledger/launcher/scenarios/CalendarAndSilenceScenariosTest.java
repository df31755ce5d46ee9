package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Sections B and C of the scenarios: calendars, daylight saving, holidays; silence. */
@ExtendWith(SharedWorld.class)
class CalendarAndSilenceScenariosTest {

    private final World world;

    CalendarAndSilenceScenariosTest(World world) {
        this.world = world;
    }

    private MatterStory kyiv(String opened) {
        return MatterStory.opened(world, "KYIV", "Europe/Kyiv", opened);
    }

    @Test
    void S_14_spring_dst_round_the_clock() {
        var matter = MatterStory.opened(world, "ALWAYS", "Europe/Kyiv", "2026-03-20T09:00");
        matter.does("Petro", "/terms/answer-times", "{\"replyWithin\": \"PT8H\"}");
        matter.at("2026-03-28T22:00").clientMailsNow();
        assertThat(matter.only("REPLY").path("due").asString()).isEqualTo("2026-03-29T04:00:00Z");
    }

    @Test
    void S_16_business_hours_over_dst() {
        var matter = kyiv("2026-03-20T09:00");
        matter.does("Petro", "/terms/answer-times", "{\"replyWithin\": \"PT8H\"}");
        matter.at("2026-03-27T16:00").clientMailsNow();
        assertThat(matter.local(matter.only("REPLY"), "due")).isEqualTo("2026-03-30T15:00");
    }

    @Test
    void S_17_holiday() {
        var matter = MatterStory.opened(world, "WAW", "Europe/Warsaw", "2026-11-09T09:00");
        matter.at("2026-11-10T17:05").clientMailsNow();
        assertThat(matter.local(matter.only("REPLY"), "due")).isEqualTo("2026-11-12T17:00");
        var christmas = MatterStory.opened(world, "WAW", "Europe/Warsaw", "2026-12-21T09:00");
        christmas.at("2026-12-23T17:30").clientMailsNow();
        assertThat(christmas.local(christmas.only("REPLY"), "due")).isEqualTo("2026-12-28T17:00");
    }

    @Test
    void S_18_working_saturday() {
        var matter = MatterStory.opened(world, "MSK", "Europe/Moscow", "2025-10-29T09:00");
        matter.at("2025-10-31T18:30").clientMailsNow();
        assertThat(matter.local(matter.only("REPLY"), "due")).isEqualTo("2025-11-01T17:00");
        var other = MatterStory.opened(world, "MSK", "Europe/Moscow", "2025-10-29T09:00");
        other.at("2025-11-01T17:10").clientMailsNow();
        assertThat(other.local(other.only("REPLY"), "due")).isEqualTo("2025-11-05T18:00");
    }

    @Test
    void S_20_closure_added_while_running() {
        var matter = ownCalendar();
        matter.at("2026-05-14T18:30").clientMailsNow();
        assertThat(matter.local(matter.only("REPLY"), "due")).isEqualTo("2026-05-15T18:00");
        matter.at("2026-05-15T08:00");
        closes(matter, "2026-05-15");
        matter.does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        var reply = matter.only("REPLY");
        assertThat(matter.local(reply, "due")).isEqualTo("2026-05-18T18:00");
        assertThat(matter.local(reply, "firstDue")).isEqualTo("2026-05-15T18:00");
    }

    @Test
    void S_20_closure_added_after_the_breach() {
        var matter = ownCalendar();
        matter.at("2026-05-14T18:30").clientMailsNow();
        matter.at("2026-05-15T19:00");
        closes(matter, "2026-05-15");
        matter.does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        var reply = matter.only("REPLY");
        assertThat(matter.local(reply, "breachedAt")).isEqualTo("2026-05-15T18:00");
        var excused = matter.does(
                "Rita", "/obligations/" + reply.path("id").asString() + "/excuse", "{\"reason\": \"We were closed.\"}");
        assertThat(excused.status()).as(excused.raw().body()).isEqualTo(201);
        assertThat(matter.only("REPLY").path("reassessed").asString()).isEqualTo("EXCUSED");
    }

    private String own = "";

    private MatterStory ownCalendar() {
        world.clock.put(Instant.parse("2026-05-11T05:00:00Z"));
        own = world.calendar("Europe/Kyiv", "09:00", "18:00", "{}");
        return MatterStory.openedWith(world, own, "Europe/Kyiv", "2026-05-11T09:00", "");
    }

    private void closes(MatterStory matter, String day) {
        var published = world.post(
                "Petro",
                "/calendars/" + own + "/versions",
                World.hours("Europe/Kyiv", "09:00", "18:00", "{\"" + day + "\": []}"));
        assertThat(published.status()).as(published.raw().body()).isEqualTo(201);
    }

    @Test
    void S_24_limit() {
        var matter = kyiv("2026-03-02T09:00");
        matter.at("2026-03-05T11:00").firmWrote("2026-03-05T11:00", "MAIL", "SUBSTANTIVE");
        var silence = matter.open("KEEP_INFORMED");
        assertThat(matter.local(silence, "due")).isEqualTo("2026-03-19T18:00");
        assertThat(ladder(matter, silence)).containsExactly("WARNING 2026-03-17T18:00", "PARTNER 2026-03-20T18:00");
        matter.at("2026-03-20T18:00").does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        var broken = matter.open("KEEP_INFORMED");
        assertThat(matter.local(broken, "breachedAt")).isEqualTo("2026-03-19T18:00");
        assertThat(broken.path("escalatedTo").asString()).isEqualTo("PARTNER");
    }

    private static List<String> ladder(MatterStory matter, JsonNode duty) {
        return StreamSupport.stream(duty.path("ladder").spliterator(), false)
                .map(step -> step.path("level").asString() + " " + matter.local(step, "at"))
                .toList();
    }

    @Test
    void S_25_weekend_roll_back() {
        var matter = kyiv("2026-02-27T09:00");
        matter.at("2026-03-01T20:00").firmCalled("2026-03-01T20:00");
        assertThat(matter.local(matter.open("KEEP_INFORMED"), "due")).isEqualTo("2026-03-13T18:00");
    }

    @Test
    void S_27_dst() {
        var matter = MatterStory.opened(world, "WAW", "Europe/Warsaw", "2026-03-16T09:00");
        matter.at("2026-03-20T16:00").updates("PROGRESS", "");
        assertThat(matter.local(matter.open("KEEP_INFORMED"), "due")).isEqualTo("2026-04-03T17:00");
    }

    @Test
    void S_28_no_change_is_enough() {
        var matter = kyiv("2026-03-05T11:00");
        matter.at("2026-03-18T12:00");
        var vague = matter.updates("NO_CHANGE", ", \"reason\": \"Hearing not scheduled.\"");
        assertThat(vague.rule()).isEqualTo("NO_CHANGE_NAMES_THE_NEXT_CONTACT");
        var sent = matter.updates(
                "NO_CHANGE", ", \"reason\": \"Hearing not scheduled.\", \"nextContactBy\": \"2026-04-01\"");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(matter.local(matter.open("KEEP_INFORMED"), "due")).isEqualTo("2026-04-01T18:00");
        assertThat(matter.local(matter.open("KEEP_PROMISE"), "due")).isEqualTo("2026-04-01T18:00");
    }

    @Test
    void S_28_a_next_contact_on_a_closed_day() {
        var matter = MatterStory.opened(world, "WAW", "Europe/Warsaw", "2026-11-06T09:00");
        matter.at("2026-11-06T17:30").updates("PROGRESS", ", \"nextContactBy\": \"2026-11-08\"");
        assertThat(matter.local(matter.open("KEEP_PROMISE"), "due"))
                .as("the day of the promise is over, and nothing lies between it and Sunday")
                .isEqualTo("2026-11-09T17:00");
        matter.at("2026-11-09T10:00").updates("PROGRESS", ", \"nextContactBy\": \"2026-11-11\"");
        assertThat(matter.local(matter.open("KEEP_PROMISE"), "due"))
                .as("the day before the holiday, that the client doesn't wait longer")
                .isEqualTo("2026-11-10T17:00");
    }

    @Test
    void S_29_client_contact_does_not_reset() {
        var matter = kyiv("2026-03-05T11:00");
        var due = matter.local(matter.open("KEEP_INFORMED"), "due");
        assertThat(due).isEqualTo("2026-03-19T18:00");
        matter.at("2026-03-10T11:00").does("Petro", "/calls", """
                {"callFrom": "CLIENT", "person": "%s", "staff": "%s", "channel": "PHONE", "nature": "STATUS_CHASE",
                 "answered": false, "occurredAt": "%s"}""".formatted(
                        world.marta, world.staff("Olha"), matter.instant("2026-03-10T11:00")));
        assertThat(matter.local(matter.open("KEEP_INFORMED"), "due")).isEqualTo(due);
        assertThat(matter.only("REPLY").path("result").asString()).isEqualTo("OPEN");
    }

    @Test
    void S_30_waiting_for_court() {
        var matter = kyiv("2026-03-05T11:00");
        matter.at("2026-03-06T10:00").clientMailsNow();
        var task = matter.does("Petro", "/tasks", """
                        {"form": "WRITTEN", "person": "%s", "description": "Sue.", "occurredAt": "%s"}""".formatted(world.marta, matter.instant("2026-03-06T10:00")))
                .id();
        assertThat(matter.does("Olha", "/tasks/" + task + "/acceptance", "{\"dueOn\": \"2026-03-20\"}")
                        .status())
                .isEqualTo(201);
        var before = dues(matter);
        assertThat(before).containsKeys("KEEP_INFORMED", "REPLY", "DELIVER_TASK");

        assertThat(matter.at("2026-03-06T11:00")
                        .does("Olha", "/tasks/" + task + "/waiting", "{\"on\": \"COURT\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dues(matter)).isEqualTo(before);
        matter.at("2026-03-19T18:01").does("Olha", "/tasks/" + task + "/resumption", "{}");
        assertThat(matter.only("KEEP_INFORMED").path("breached").asBoolean()).isTrue();
        assertThat(matter.only("REPLY").path("breached").asBoolean()).isTrue();
    }

    private static Map<String, String> dues(MatterStory matter) {
        return matter.obligations().stream()
                .filter(duty -> duty.path("result").asString().equals("OPEN"))
                .collect(Collectors.toMap(duty -> duty.path("kind").asString(), duty -> matter.local(duty, "due")));
    }

    @Test
    void S_31_invoice_is_not_contact() {
        var matter = kyiv("2026-03-05T11:00");
        matter.at("2026-03-12T11:00").firmWrote("2026-03-12T11:00", "MAIL", "INVOICE");
        matter.at("2026-03-13T11:00").firmWrote("2026-03-13T11:00", "MAIL", "SURVEY_INVITATION");
        assertThat(matter.local(matter.open("KEEP_INFORMED"), "due")).isEqualTo("2026-03-19T18:00");
    }

    @Test
    void S_32_late_entry() {
        var matter = kyiv("2026-02-12T09:00");
        matter.at("2026-02-13T10:00").clientMailsNow();
        matter.at("2026-02-13T18:00").does("Petro", "/threads", "{\"subject\": \"Anything\"}");
        assertThat(matter.only("REPLY").path("breached").asBoolean()).isTrue();
        matter.at("2026-02-16T09:20").firmCalled("2026-02-13T17:30");
        var reply = matter.only("REPLY");
        assertThat(reply.path("result").asString()).isEqualTo("KEPT");
        assertThat(reply.path("reassessed").asString()).isEqualTo("MET_RECORDED_LATE");
    }
}
