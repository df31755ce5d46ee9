package org.matterledger.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** S-06 to S-09 with a time of the promised day, as in “until Friday, three o'clock”. */
@ExtendWith(SharedWorld.class)
class StatedTimeScenariosTest {

    private final World world;
    private final MatterStory matter;

    StatedTimeScenariosTest(World world) {
        this.world = world;
        this.matter = MatterStory.opened(world, "KYIV", "Europe/Kyiv", "2026-02-09T09:00");
    }

    @Test
    void S_06_the_promise_is_due_at_the_stated_time_and_says_so() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        assertThat(matter.at("2026-02-10T17:30").holds("2026-02-13", "15:00").status())
                .isEqualTo(201);
        var promise = matter.only("KEEP_PROMISE");
        assertThat(matter.local(promise, "due")).isEqualTo("2026-02-13T15:00");
        assertThat(promise.path("promisedFor").asString()).isEqualTo("2026-02-13");
        assertThat(promise.path("promisedTime").asString()).isEqualTo("15:00");
        assertThat(promise.path("reason").path("rule").asString()).isEqualTo("STATED_TIME_OF_THE_PROMISED_DAY");
        var told = world.get("Rita", matter.path + "/timeline/" + matter.lastEntry(), matter.position());
        assertThat(told.raw().body()).contains("\"promisedTime\":\"15:00\"");
        matter.at("2026-02-13T15:01").clientMailsNow();
        assertThat(matter.local(matter.only("KEEP_PROMISE"), "breachedAt")).isEqualTo("2026-02-13T15:00");
    }

    @Test
    void S_06_a_message_told_afterwards_promises_the_time_that_it_named() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        var told = matter.at("2026-02-10T18:30").does("Petro", "/sent-messages", """
                {"staff": "%s", "to": ["%s"], "channel": "MAIL", "nature": "HOLDING_REPLY", "promisedFor": "2026-02-13",
                 "promisedTime": "15:00", "occurredAt": "%s"}""".formatted(
                        world.staff("Olha"), world.marta, matter.instant("2026-02-10T17:30")));
        assertThat(told.status()).as(told.raw().body()).isEqualTo(201);
        assertThat(matter.local(matter.only("KEEP_PROMISE"), "due")).isEqualTo("2026-02-13T15:00");
    }

    @Test
    void S_07_a_time_is_ahead_of_an_open_day_and_to_the_minute() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        assertThat(matter.holds("2026-02-10", "15:20").rule()).isEqualTo("PROMISED_DATE_IS_AHEAD_AND_OPEN");
        assertThat(matter.holds("2026-02-15", "15:00").rule()).isEqualTo("PROMISED_DATE_IS_AHEAD_AND_OPEN");
        assertThat(matter.holds("2026-02-13", "three").status()).isEqualTo(400);
        assertThat(matter.holds("2026-02-13", "15:00:30").status()).isEqualTo(400);
        for (var act : new String[] {"holding-replies", "delay-notices", "sent-messages"}) {
            var alone = matter.does("Olha", "/" + act, """
                    {"channel": "MAIL", "to": ["%s"], "promisedTime": "15:00"%s}""".formatted(world.marta, more(act)));
            assertThat(alone.status()).as(act).isEqualTo(400);
            assertThat(alone.raw().body()).as(act).contains("promisedTime", "promisedFor");
        }
        assertThat(matter.holds("2026-02-10", "21:30").status())
                .as("outside the opening hours")
                .isEqualTo(201);
    }

    private static String more(String act) {
        return switch (act) {
            case "delay-notices" -> ", \"obligation\": \"obligation-1-1-keep-promise\"";
            case "sent-messages" -> ", \"nature\": \"HOLDING_REPLY\", \"occurredAt\": \"2026-02-10T13:00:00Z\"";
            default -> "";
        };
    }

    @Test
    void S_08_the_same_day_at_another_time_is_promised_anew() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30").holds("2026-02-13", "11:00");
        matter.at("2026-02-12T18:00").holds("2026-02-13", "15:00");
        var promises = matter.obligations("KEEP_PROMISE");
        assertThat(result(promises.get(0))).isEqualTo("REPLACED_WITH_NOTICE");
        assertThat(matter.local(promises.get(1), "due")).isEqualTo("2026-02-13T15:00");
    }

    @Test
    void S_09_a_delay_notice_names_day_and_time() {
        matter.at("2026-02-10T15:20").clientMailsNow();
        matter.at("2026-02-10T17:30").holds("2026-02-13");
        var promise = matter.only("KEEP_PROMISE").path("id").asString();
        var notice = matter.at("2026-02-12T12:00").does("Olha", "/delay-notices", """
                {"obligation": "%s", "channel": "MAIL", "to": ["%s"], "promisedFor": "2026-02-17",
                 "promisedTime": "15:00"}""".formatted(promise, world.marta));
        assertThat(notice.status()).as(notice.raw().body()).isEqualTo(201);
        assertThat(matter.local(matter.open("KEEP_PROMISE"), "due")).isEqualTo("2026-02-17T15:00");
    }

    @Test
    void S_06_local_time_is_kept_over_the_change_of_the_clocks() {
        matter.at("2026-03-27T10:00").clientMailsNow();
        matter.at("2026-03-27T11:00").holds("2026-03-30", "15:00");
        assertThat(matter.only("KEEP_PROMISE").path("due").asString()).isEqualTo("2026-03-30T12:00:00Z");
    }

    private static String result(JsonNode duty) {
        return duty.path("result").asString();
    }
}
