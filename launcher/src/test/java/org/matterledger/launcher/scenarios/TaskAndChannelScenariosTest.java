package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matterledger.launcher.scenarios.World.Reply;

/** Sections D, F and H of the scenarios, as far as replies, tasks and complaints go. */
@ExtendWith(SharedWorld.class)
class TaskAndChannelScenariosTest {

    private static final String TERMS = """
            "kind": "TELEGRAM", "primary": false, "purposes": ["DAILY_MATTERS"],
             "window": {"opens": "09:00", "closes": "18:00"}, "fileRoute": "MAIL", "expectedAnswer": "PT2H"}""";

    private final World world;

    TaskAndChannelScenariosTest(World world) {
        this.world = world;
    }

    private MatterStory kyiv(String opened) {
        return MatterStory.opened(world, "KYIV", "Europe/Kyiv", opened);
    }

    private Reply telegram(MatterStory matter) {
        return matter.does("Olha", "/updates", """
                {"kind": "PROGRESS", "channel": "TELEGRAM", "to": ["%s"], "summary": "As it stands."}""".formatted(world.marta));
    }

    private String agreed(MatterStory matter) {
        var channel =
                matter.does("Petro", "/channels", "{\"by\": \"FIRM\", " + TERMS).id();
        return channel;
    }

    private void agrees(MatterStory matter, String channel) {
        matter.does("Petro", "/channels/" + channel + "/agreement", """
                {"by": "CLIENT", "person": "%s"}""".formatted(world.marta));
    }

    @Test
    void S_34_mutual_consent() {
        var matter = kyiv("2026-04-06T09:00");
        var channel = agreed(matter);
        matter.at("2026-04-07T09:30").clientMailsNow();
        matter.at("2026-04-07T10:00");
        assertThat(telegram(matter).rule()).isEqualTo("UPDATE_TAKES_AN_AGREED_CHANNEL");
        matter.firmWrote("2026-04-07T10:00", "TELEGRAM", "SUBSTANTIVE");
        assertThat(matter.only("REPLY").path("result").asString()).isEqualTo("OPEN");
        matter.at("2026-04-07T12:00").clientWrites("2026-04-07T12:00", "TELEGRAM", "");
        assertThat(matter.obligations("REPLY").get(0).path("result").asString()).isEqualTo("KEPT");
        matter.at("2026-04-07T12:30").replies();
        agrees(matter, channel);
        matter.at("2026-04-08T10:00").clientWrites("2026-04-08T10:00", "TELEGRAM", "");
        assertThat(matter.local(matter.open("REPLY"), "due")).isEqualTo("2026-04-08T12:00");
    }

    @Test
    void S_35_withdrawal() {
        var matter = kyiv("2026-04-13T09:00");
        var channel = agreed(matter);
        agrees(matter, channel);
        matter.at("2026-04-15T10:00").clientWrites("2026-04-15T10:00", "TELEGRAM", "");
        matter.at("2026-04-15T11:00").does("Petro", "/channels/" + channel + "/withdrawal", """
                {"by": "CLIENT", "person": "%s"}""".formatted(world.marta));
        matter.at("2026-04-15T11:30");
        assertThat(telegram(matter).rule()).isEqualTo("UPDATE_TAKES_AN_AGREED_CHANNEL");
        matter.firmWrote("2026-04-15T11:30", "TELEGRAM", "SUBSTANTIVE");
        assertThat(matter.local(matter.open("REPLY"), "due")).isEqualTo("2026-04-15T12:00");
    }

    @Test
    void S_38_oral_task() {
        var matter = kyiv("2026-03-02T09:00");
        matter.at("2026-03-02T11:00");
        var task = requested(matter, "ORAL", "2026-03-02T11:00");
        assertThat(accepts(matter, "Olha", task).rule()).isEqualTo("TASK_STANDS_IN_WRITING");
        matter.at("2026-03-02T15:00").does("Olha", "/tasks/" + task + "/description", """
                {"channel": "MAIL", "to": ["%s"], "description": "We draft it."}""".formatted(world.marta));
        assertThat(accepts(matter, "Olha", task).rule()).isEqualTo("TASK_STANDS_IN_WRITING");
        matter.at("2026-03-04T10:00").does("Petro", "/tasks/" + task + "/confirmation", """
                {"person": "%s", "occurredAt": "%s"}""".formatted(
                        world.marta, matter.instant("2026-03-04T10:00")));
        matter.at("2026-03-04T12:00");
        assertThat(accepts(matter, "Olha", task).status()).isEqualTo(201);
        assertThat(matter.local(matter.only("DELIVER_TASK"), "since")).isEqualTo("2026-03-04T12:00");
        assertThat(matter.only("ACCEPT_OR_DECLINE").path("result").asString()).isEqualTo("KEPT");
    }

    @Test
    void S_40_wrong_person() {
        var matter = kyiv("2026-02-12T09:00");
        matter.at("2026-02-14T23:00");
        var task = requested(matter, "WRITTEN", "2026-02-14T23:00");
        assertThat(accepts(matter, "Designer", task).rule()).isEqualTo("RESPONSIBLE_ACCEPTS_TASKS");
        assertThat(matter.local(matter.only("ACCEPT_OR_DECLINE"), "since")).isEqualTo("2026-02-16T09:00");
        var always = MatterStory.opened(world, "ALWAYS", "Europe/Kyiv", "2026-02-12T09:00");
        always.does("Petro", "/terms/answer-times", "{\"acceptWithin\": \"PT2H\"}");
        always.at("2026-02-14T23:00");
        requested(always, "WRITTEN", "2026-02-14T23:00");
        assertThat(always.local(always.only("ACCEPT_OR_DECLINE"), "due")).isEqualTo("2026-02-15T01:00");
    }

    private String requested(MatterStory matter, String form, String local) {
        return matter.does("Petro", "/tasks", """
                {"form": "%s", "person": "%s", "description": "Draft it.", "occurredAt": "%s"}""".formatted(form, world.marta, matter.instant(local)))
                .id();
    }

    private static Reply accepts(MatterStory matter, String who, String task) {
        return matter.does(who, "/tasks/" + task + "/acceptance", "{\"dueOn\": \"2026-03-20\"}");
    }

    @Test
    void S_53_complaint_acknowledgement() {
        var matter = MatterStory.opened(world, "WAW", "Europe/Warsaw", "2026-06-01T09:00");
        matter.at("2026-06-03T16:00");
        var complaint = complains(matter, "MAIL", "2026-06-03T16:00").id();
        assertThat(matter.local(matter.only("ACK_COMPLAINT"), "due")).isEqualTo("2026-06-05T17:00");
        var heard = matter.at("2026-06-05T10:00")
                .does("Olha", "/complaints/" + complaint + "/acknowledgement", """
                {"channel": "MAIL", "to": ["%s"]}""".formatted(world.marta));
        assertThat(heard.status()).as(heard.raw().body()).isEqualTo(201);
        assertThat(matter.only("ACK_COMPLAINT").path("result").asString()).isEqualTo("KEPT");
    }

    @Test
    void S_55_oral_complaint() {
        var matter = kyiv("2026-06-01T09:00");
        matter.at("2026-06-03T16:00");
        assertThat(complains(matter, "PHONE", "2026-06-03T16:00").status()).isEqualTo(201);
    }

    private Reply complains(MatterStory matter, String channel, String local) {
        return matter.does("Petro", "/complaints", """
                {"person": "%s", "channel": "%s", "words": "You are late again.", "occurredAt": "%s"}""".formatted(world.marta, channel, matter.instant(local)));
    }

    @Test
    void S_66_idempotency() {
        var matter = kyiv("2026-02-09T09:00");
        matter.at("2026-02-10T10:00");
        var body = "{\"channel\": \"MAIL\", \"to\": [\"%s\"]}".formatted(world.marta);
        var first = world.postKeyed("Olha", "same", matter.path + "/replies", body);
        var second = world.postKeyed("Olha", "same", matter.path + "/replies", body);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.status()).isEqualTo(201);
    }
}
