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
import org.matterledger.command.ConfidentialRule;
import org.matterledger.command.Erasure;
import org.matterledger.launcher.access.MovableClock;
import org.matterledger.query.Positions;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** “Write now”: the form that records what the firm told its client, at a browser without any script. */
class WritingPageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(_csrf|key|thread|duty|subject)\" value=\"([^\"]*)\"");

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Desk desk;
    private static MovableClock clock;

    private String matter = "";
    private String page = "";

    @BeforeAll
    static void sign_in() throws Exception {
        clock = new MovableClock();
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
        page = page("REPLY");
    }

    /** The form for an open duty of the matter. */
    private String page(String kind) {
        shown();
        return firm.integration
                .get(matter + "/obligations")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind)
                        && one.path("result").asString().equals("OPEN"))
                .map(one -> "/desk" + matter + "/write?duty=" + one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** A page's form as it is filled in, with what somebody types into it; sent as it stands. */
    private HttpResponse<String> typed(String page, String typed) throws IOException, InterruptedException {
        var hidden = new StringBuilder(typed);
        HIDDEN.matcher(desk.page(page).body())
                .results()
                .forEach(field ->
                        hidden.append('&').append(field.group(1)).append('=').append(field.group(2)));
        return desk.submitBare(page, hidden.toString());
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

    private static String location(HttpResponse<String> sent) {
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
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
        assertThat(desk.page(location(first)).body()).contains("Anna Nowak", "What happened in this matter?");
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
    void a_day_that_the_ledger_does_not_keep_is_a_fault_beside_its_field() throws Exception {
        for (var day : new String[] {"%2B999999999-12-31", "2200-01-01", "1969-12-31"}) {
            for (var step : new String[] {"look", "record"}) {
                var to = "&channel=MAIL&to=%s&step=%s".formatted(firm.person, step);
                assertThat(typed(page, "act=HOLDING_REPLY&promisedFor=" + day + to)
                                .body())
                        .as(day)
                        .contains("id=\"fault-promisedFor\"", "Name the day, from 1970 to 2199");
                assertThat(typed(page, "act=PROGRESS&summary=Typed&nextContactBy=" + day + to)
                                .body())
                        .as(day)
                        .contains("id=\"fault-nextContactBy\"", "is a date from 1970 to 2199");
            }
        }
        assertThat(entries("holding-reply.sent") + entries("update.sent")).isZero();
    }

    @Test
    void what_was_typed_for_somebody_who_was_erased_meanwhile_stays() throws Exception {
        var gone = firm.partner
                .post("/clients/" + firm.client + "/contact-persons", """
                        {"name": "Olga Zima", "standing": "OTHER",
                         "addresses": [{"channel": "MAIL", "address": "olga@baltic.example"}]}""")
                .get("id");
        shown();
        firm.server.bean(Erasure.class).erase(gone);
        for (var step : new String[] {"look", "record"}) {
            var form = "act=PROGRESS&channel=MAIL&summary=Typed+for+long&to=%s&step=%s".formatted(gone, step);
            var answer = typed(page, form);
            assertThat(answer.statusCode()).as(step).isEqualTo(200);
            assertThat(answer.body())
                    .contains("nothing was recorded", ConfidentialRule.PERSON_ERASED.text(), "Typed for long");
        }
        assertThat(entries("update.sent")).isZero();
    }

    @Test
    void nobody_but_the_clients_contact_persons_is_written_to_or_gets_a_key() throws Exception {
        var nobody = PersonId.random().value();
        for (var to : new String[] {nobody, nobody + "&to=" + firm.person, firm.person + "&to=" + nobody}) {
            for (var step : new String[] {"look", "record"}) {
                var answer = typed(page, "act=PROGRESS&summary=Typed&step=%s&to=%s".formatted(step, to));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("id=\"fault-to\"", "Choose among the client&#39;s contact persons");
            }
        }
        assertThat(keys(nobody)).isZero();
        assertThat(entries("update.sent")).isZero();
    }

    @Test
    void a_matter_that_is_none_gets_no_key() throws Exception {
        var none = MatterId.random().value();
        var form = "act=REFUSAL&reason=No&subject=%s&key=k".formatted(TaskId.random());
        assertThat(desk.submitFrom(page, "/desk/matters/" + none + "/write", form)
                        .statusCode())
                .isEqualTo(404);
        assertThat(keys(none)).isZero();
    }

    private static long keys(String subject) {
        return firm.server
                .bean(JdbcClient.class)
                .sql("select count(*) from command.person_key where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    @Test
    void a_holding_reply_promises_an_open_day_or_says_beside_the_field_why_not() throws Exception {
        var holding = "act=HOLDING_REPLY&channel=MAIL&to=" + firm.person;
        assertThat(typed(page, holding + "&step=record").body())
                .contains("Name the day", "id=\"fault-promisedFor\"", "aria-invalid=\"true\"");
        assertThat(typed(page, holding + "&promisedFor=2026-04-04&step=record").body())
                .contains("id=\"fault-promisedFor\"", "A promised date is an open day", "value=\"2026-04-04\"");
        assertThat(entries("holding-reply.sent")).isZero();
        assertThat(typed(page, holding + "&promisedFor=2026-04-06").body())
                .contains("From now on owed: the promise to the client, until Tue 7 Apr 2026, 00:00.")
                .contains("If that date can&#39;t be kept");
        assertThat(typed(page, holding + "&promisedFor=2026-04-06&step=record").statusCode())
                .isEqualTo(303);
        assertThat(entries("holding-reply.sent")).isEqualTo(1);
    }

    @Test
    void a_promise_may_state_a_time_of_its_day_and_a_notice_of_delay_too() throws Exception {
        var holding = "act=HOLDING_REPLY&channel=MAIL&promisedFor=2026-04-06&to=" + firm.person;
        assertThat(typed(page, holding + "&promisedTime=at+three&step=record").body())
                .contains("The time is one of that day", "id=\"fault-promisedTime\"", "value=\"at three\"");
        assertThat(entries("holding-reply.sent")).isZero();
        assertThat(typed(page, holding + "&promisedTime=15:00").body())
                .contains(
                        "From now on owed: the promise to the client, until Mon 6 Apr 2026, 15:00.", "value=\"15:00\"");
        typed(page, holding + "&promisedTime=15:00&step=record");
        assertThat(desk.page(page("KEEP_PROMISE")).body()).contains("by Mon 6 Apr 2026, 15:00");
        typed(
                page("KEEP_PROMISE"),
                "act=DELAY_NOTICE&channel=MAIL&step=record&promisedFor=2026-04-13&promisedTime=11:30&to="
                        + firm.person);
        assertThat(desk.page(page("KEEP_PROMISE")).body()).contains("by Mon 13 Apr 2026, 11:30");
    }

    @Test
    void a_delay_is_announced_for_the_promise_or_the_notice_that_stands_on_the_list() throws Exception {
        typed(page, "act=HOLDING_REPLY&channel=MAIL&promisedFor=2026-04-06&step=record&to=" + firm.person);
        var delay = "act=DELAY_NOTICE&channel=MAIL&step=record&to=%s&promisedFor=".formatted(firm.person);
        assertThat(typed(page("KEEP_PROMISE"), delay + "2026-04-13").statusCode())
                .isEqualTo(303);
        assertThat(typed(page("DELAY_NOTICE"), delay + "2026-04-20&reason=The+register")
                        .statusCode())
                .isEqualTo(303);
        assertThat(entries("delay-notice.sent")).isEqualTo(2);
    }

    @Test
    void a_complaint_is_acknowledged_and_a_task_is_taken_on_and_delivered_once() throws Exception {
        firm.integration.post(matter + "/complaints", """
                {"person": "%s", "channel": "PHONE", "words": "Late again.", "occurredAt": "2026-03-23T08:40:00Z"}""".formatted(firm.person));
        firm.integration.post(matter + "/tasks", """
                {"person": "%s", "form": "WRITTEN", "description": "Draft it.", "occurredAt": "2026-03-23T08:50:00Z"}""".formatted(firm.person));
        var to = "&channel=MAIL&step=record&to=" + firm.person;
        var complaint = page("ACK_COMPLAINT");
        assertThat(desk.page(complaint).body()).contains("Late again.", "word that the complaint has arrived");
        assertThat(typed(complaint, "act=ACKNOWLEDGEMENT" + to).statusCode()).isEqualTo(303);
        var task = page("ACCEPT_OR_DECLINE");
        assertThat(typed(task, "act=REFUSAL&step=record").body()).contains("Say why; the client will ask.");
        assertThat(desk.page(task).body()).contains("<h1>Do we take this task on?</h1>", "Draft it.");
        assertThat(typed(task, "act=ACCEPTANCE&promisedFor=2026-04-06&step=record")
                        .statusCode())
                .isEqualTo(303);
        assertThat(typed(page("DELIVER_TASK"), "act=DELIVERY" + to).statusCode())
                .isEqualTo(303);
        for (var event : new String[] {"complaint.acknowledged", "task.accepted", "task.delivered"}) {
            assertThat(entries(event)).as(event).isEqualTo(1);
        }
    }

    @Test
    void the_same_form_with_other_words_records_nothing_more_and_says_so() throws Exception {
        var form = "act=PROGRESS&channel=MAIL&to=%s&key=%s&step=record&summary="
                .formatted(firm.person, key(desk.page(page).body()));
        assertThat(desk.submit(page, form + "One").statusCode()).isEqualTo(303);
        assertThat(desk.submit(page, form + "Two").body())
                .contains("This form was recorded before, with other words", "Two");
        assertThat(entries("update.sent")).isEqualTo(1);
    }

    @Test
    void the_page_to_which_it_leads_can_be_walked_on() throws Exception {
        var sent = desk.submit(page, reply("record", key(desk.page(page).body())));
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(desk.page(location(sent) + "&limit=2").body());
        assertThat(next.find()).isTrue();
        assertThat(desk.page(next.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_no_form_of_ours_would_send_is_refused() throws Exception {
        var late = desk.submitBare(page, "act=PROGRESS&summary=Typed+for+long&_csrf=old");
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("This page is too old", "What you typed", "Typed for long");
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
