package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.MovableClock;
import org.matterledger.query.Positions;

/** “Write now”: the form that records what the firm told its client, at a browser without any script. */
class WritingPageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Desk desk;

    private String matter = "";
    private String page = "";

    @BeforeAll
    static void sign_in() throws Exception {
        var clock = new MovableClock();
        clock.set(Instant.parse("2026-03-23T09:00:00Z"));
        firm = SampleFirm.open(home, context -> context.getBeanFactory().registerSingleton("clock", clock));
        desk = Desk.of(firm);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    @BeforeEach
    void the_client_asked() {
        matter = firm.matter();
        var asked = firm.integration.post(matter + "/messages", """
                {"from": "%s", "channel": "MAIL", "occurredAt": "2026-03-23T08:30:00Z"}""".formatted(firm.person));
        assertThat(asked.status()).isEqualTo(201);
        shown();
        var duty = firm.integration
                .get("/obligations?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("REPLY")
                        && matter.endsWith(one.path("matter").asString()))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        page = "/desk" + matter + "/write?duty=" + duty;
    }

    private static void shown() {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    private static String key(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private String reply(String step, String key) {
        return "act=REPLY&channel=MAIL&to=%s&key=%s&step=%s".formatted(firm.person, key, step);
    }

    private HttpResponse<String> noChange(String reason, String next, String step)
            throws IOException, InterruptedException {
        return desk.submit(
                page,
                "act=NO_CHANGE&channel=MAIL&to=%s&summary=Nothing+new&reason=%s&nextContactBy=%s&key=%s&step=%s"
                        .formatted(
                                firm.person, reason, next, key(desk.page(page).body()), step));
    }

    private long entries(String event) {
        shown();
        return firm.partner
                .get(matter + "/timeline?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .count();
    }

    @Test
    void it_is_filled_in_with_what_the_need_asks_for() throws Exception {
        assertThat(desk.page(page).body())
                .contains("<h1>What do we write to the client?</h1>", "Answer the client, due")
                .contains(
                        "Jan Kowalski",
                        "value=\"REPLY\" checked=\"checked\"",
                        "checked=\"checked\"> <span>Jan Kowalski")
                .doesNotContain("Record it", "<script");
    }

    @Test
    void it_says_beforehand_what_it_brings_about_and_records_nothing() throws Exception {
        var answer = desk.submit(page, reply("look", key(desk.page(page).body())));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Done with it: the answer to the client.", "Record it");
        assertThat(entries("reply.sent")).isZero();
    }

    @Test
    void it_records_once_however_often_it_is_sent_and_leads_to_the_matter_that_shows_it() throws Exception {
        var form = reply("record", key(desk.page(page).body()));
        var first = desk.submit(page, form);
        assertThat(first.statusCode()).isEqualTo(303);
        var location = first.headers().firstValue("Location").orElseThrow();
        assertThat(desk.page(location.replaceFirst("https?://[^/]+", "")).body())
                .contains("Anna Nowak", "What happened in this matter?");
        assertThat(desk.submit(page, form).statusCode()).isEqualTo(303);
        assertThat(entries("reply.sent")).isEqualTo(1);
    }

    @Test
    void a_rule_that_stands_against_it_is_told_in_its_sentence_and_what_was_typed_stays() throws Exception {
        for (var step : new String[] {"look", "record"}) {
            var answer = noChange("", "2026-04-13", step);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("An update that nothing moved says why.", "nothing was recorded", "Nothing new");
        }
        assertThat(entries("update.sent")).isZero();
        assertThat(noChange("The+court+is+silent", "2026-04-13", "record").statusCode())
                .isEqualTo(303);
        assertThat(entries("update.sent")).isEqualTo(1);
    }

    @Test
    void what_is_missing_is_said() throws Exception {
        var answer = desk.submit(page, "act=PROGRESS&channel=MAIL&summary=&nextContactBy=soon&key=k&step=record");
        assertThat(answer.body())
                .contains("Choose at least one person", "Say in plain language", "The next contact is a date");
    }

    @Test
    void what_no_form_of_ours_would_send_is_refused() throws Exception {
        assertThat(desk.submitBare(page, reply("record", "k")).statusCode()).isEqualTo(403);
        assertThat(desk.submit(page, "act=SING&channel=MAIL&to=x&key=k").statusCode())
                .isEqualTo(400);
        assertThat(desk.submit(page, "act=REPLY&channel=MAIL&to=x&key=k").statusCode())
                .isEqualTo(400);
        assertThat(entries("reply.sent")).isZero();
    }

    @Test
    void the_list_of_the_day_leads_there() throws Exception {
        assertThat(desk.page("/desk?limit=200").body()).contains("href=\"" + page + "\"");
    }
}
