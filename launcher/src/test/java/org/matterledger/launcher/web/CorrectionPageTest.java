package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.MovableClock;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;

/** The undo: an entry is taken back or corrected from the page that shows it, by a new fact that says so. */
class CorrectionPageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern ENTRY = Pattern.compile("recorded=(entry-[0-9a-z-]+)");
    private static final Pattern REQUEST = Pattern.compile("/corrections/(entry-[0-9a-z-]+)");

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static MovableClock clock;
    private static Desk desk;

    private String matter = "";

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
        var now = clock.now();
        firm.integration.post(matter + "/messages", """
                {"from": "%s", "channel": "MAIL", "occurredAt": "%s"}""".formatted(firm.person, now.minusSeconds(60)));
    }

    private static String page(String path) throws Exception {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
        return desk.page(path).body();
    }

    private static String key(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    /** Answers the client from the form, and gives the page on which the answer is corrected. */
    private String answered() throws Exception {
        var form = "/desk" + matter + "/write";
        var sent = desk.submit(
                form, "act=REPLY&channel=MAIL&to=%s&key=%s&step=record".formatted(firm.person, key(page(form))));
        var entry = ENTRY.matcher(sent.headers().firstValue("Location").orElseThrow());
        assertThat(entry.find()).isTrue();
        var correction = "/desk" + matter + "/entries/" + entry.group(1);
        assertThat(page("/desk" + matter + "?recorded=" + entry.group(1)))
                .contains("href=\"" + correction + "\">Not so?");
        return correction;
    }

    private HttpResponse<String> corrected(String page, String typed) throws Exception {
        return desk.submit(page, typed + "&key=" + key(page(page)));
    }

    private String timeline() throws Exception {
        return page("/desk" + matter + "?limit=200");
    }

    @Test
    void what_was_just_done_is_taken_back_and_what_it_had_settled_is_open_again() throws Exception {
        var correction = answered();
        assertThat(page(correction)).contains("Anna Nowak answered by mail", "Nothing is erased");
        assertThat(corrected(correction, "what=WITHDRAWN&reason=Not+sent").body())
                .contains("Open again: the answer to the client.", "Record it");
        assertThat(timeline()).doesNotContain("An entry was withdrawn");
        var form = "what=WITHDRAWN&reason=Not+sent&step=record&key=" + key(page(correction));
        for (var click = 0; click < 2; click++) {
            assertThat(desk.submit(correction, form).statusCode()).isEqualTo(303);
        }
        assertThat(timeline()).containsOnlyOnce("An entry was withdrawn").contains("Not sent", "Owed again");
    }

    @Test
    void why_is_said_and_what_was_otherwise() throws Exception {
        var correction = answered();
        assertThat(corrected(correction, "what=CORRECTED&reason=&step=record").body())
                .contains("id=\"fault-reason\"", "id=\"fault-what\"");
        assertThat(corrected(correction, "what=CORRECTED&channel=PHONE&reason=We+called&step=record")
                        .statusCode())
                .isEqualTo(303);
        assertThat(timeline()).contains("Really: by phone");
    }

    @Test
    void a_time_that_the_ledger_does_not_keep_is_a_fault_beside_its_field() throws Exception {
        var correction = answered();
        for (var time : new String[] {
            "0002-04-01T10:00", "1970-01-01T00:59", "2200-01-01T01:00", "%2B999999999-12-31T10:00", "soon"
        }) {
            for (var step : new String[] {"look", "record"}) {
                var typed = "what=CORRECTED&reason=Typed+late&occurredAt=%s&step=%s".formatted(time, step);
                assertThat(corrected(correction, typed).body())
                        .as(time)
                        .contains("id=\"fault-occurredAt\"", "A day and a time from 1970 to 2199");
            }
        }
        assertThat(timeline()).doesNotContain("Typed late");
    }

    @Test
    void a_way_or_a_nature_that_is_none_is_a_fault_beside_its_field() throws Exception {
        var correction = answered();
        for (var field : new String[] {"channel", "nature"}) {
            for (var step : new String[] {"look", "record"}) {
                var typed = "what=CORRECTED&reason=Of+no+kind&%s=FOO&step=%s".formatted(field, step);
                assertThat(corrected(correction, typed).body())
                        .contains("id=\"fault-" + field, "href=\"#" + field, "leave it as recorded.");
            }
        }
        assertThat(timeline()).doesNotContain("Of no kind");
    }

    @Test
    void a_missed_duty_vanishes_only_when_a_second_person_agrees() throws Exception {
        clock.move(Duration.ofDays(8));
        var asked = corrected(answered(), "what=CORRECTED&occurredAt=2026-03-23T11:00&reason=Typed+late&step=record");
        assertThat(asked.statusCode()).isEqualTo(303);
        var request = REQUEST.matcher(timeline());
        assertThat(request.find()).isTrue();
        var decision = "/desk" + matter + request.group();
        assertThat(page(decision)).contains("says of this entry", "It really happened on Mon 23 Mar 2026");
        assertThat(corrected(decision, "agree=true").body()).contains("takes effect when a second person agrees");
        var second = second();
        var form = "agree=%s&key=" + key(second.page(decision).body());
        assertThat(second.submit(decision, form.formatted(false)).body()).contains("Say why you don");
        assertThat(second.submit(decision, form.formatted(true)).statusCode()).isEqualTo(303);
        assertThat(timeline()).contains("Not missed after all");
    }

    @Test
    void a_complaint_has_a_time_alone_that_can_be_wrong_and_is_taken_back() throws Exception {
        firm.integration.post(
                matter + "/complaints", """
                {"person": "%s", "channel": "PHONE", "words": "Late.", "occurredAt": "%s"}""".formatted(firm.person, clock.now().minusSeconds(60)));
        var link = Pattern.compile("href=\"(/desk/matters/[^\"]+/entries/[^\"]+)\"")
                .matcher(timeline());
        assertThat(link.find()).isTrue();
        var correction = link.group(1);
        assertThat(page(correction))
                .contains("complained by phone", "All that became of it goes too", "name=\"occurredAt\"")
                .doesNotContain("name=\"channel\"", "name=\"nature\"");
        assertThat(corrected(correction, "what=WITHDRAWN&reason=No+complaint&step=record")
                        .statusCode())
                .isEqualTo(303);
        assertThat(timeline()).containsOnlyOnce("An entry was withdrawn").contains("No complaint");
    }

    private static Desk second() throws Exception {
        var access = firm.server.bean(Access.class);
        access.addUser("Piotr", Set.of(StaffRole.PARTNER), firm.password);
        return Desk.at(firm.server.port(), "Piotr", firm.password);
    }

    @Test
    void who_may_not_write_sees_no_links_and_is_refused() throws Exception {
        var correction = answered();
        firm.server.bean(Access.class).addUser("Jan", Set.of(StaffRole.ADMINISTRATOR), firm.password);
        var other = Desk.at(firm.server.port(), "Jan", firm.password);
        assertThat(other.page("/desk" + matter).body()).contains("What is owed").doesNotContain("/write", "/entries/");
        for (var form : new String[] {correction, "/desk" + matter + "/write"}) {
            var refused = other.page(form);
            assertThat(refused.statusCode()).as(form).isEqualTo(403);
            assertThat(refused.body()).contains("This is not for you");
        }
        assertThat(other.submitFrom("/desk", correction, "what=WITHDRAWN&reason=x&key=k")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_entry_of_another_matter_or_none_is_not_there() throws Exception {
        var entry = answered().replaceFirst(".*/", "");
        var other = "/desk" + firm.matter() + "/entries/";
        for (var path : new String[] {other + entry, other + "entry-none-0", "/desk" + matter + "/entries/x"}) {
            assertThat(desk.page(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
