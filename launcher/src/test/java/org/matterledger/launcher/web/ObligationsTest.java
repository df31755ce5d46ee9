package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.PromiseReplaced;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import tools.jackson.databind.JsonNode;

/** What the firm owes and what became of it, as other programs read it. */
class ObligationsTest {

    @TempDir
    static Path home;

    private static ToldFirm told;

    @BeforeAll
    static void open() {
        told = new ToldFirm(home);
    }

    @AfterAll
    static void close() {
        told.close();
    }

    private static JsonNode read(String path) {
        var reply = told.firm.partner.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode duty(ObligationId id) {
        return read("/obligations/" + id);
    }

    @Nested
    class An_open_duty {

        @Test
        void tells_why_it_is_due_then_and_how_much_time_is_left() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-10T15:20", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T15:20", "2026-02-10T18:00");
            told.now("2026-02-10T16:00");
            var duty = duty(reply);
            assertThat(duty.path("due").asString()).isEqualTo("2026-02-10T16:00:00Z");
            assertThat(duty.path("reason").toString())
                    .contains("END_OF_WORKING_DAY", told.kyiv, "\"calendarVersion\":1", mail.value());
            assertThat(duty.path("result").asString()).isEqualTo("OPEN");
            assertThat(duty.path("state").asString()).isEqualTo("SOON");
            assertThat(duty.path("left").path("business").asString()).isEqualTo("PT2H");
            assertThat(duty.has("late")).isFalse();
        }

        @Test
        void tells_by_how_much_it_is_overdue_in_business_and_in_plain_time() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-10T10:00", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T10:00", "2026-02-10T18:00");
            matter.breached(reply, ObligationKind.REPLY, "2026-02-10T18:00");
            told.now("2026-02-11T11:15");
            var duty = duty(reply);
            assertThat(duty.path("state").asString()).isEqualTo("OVERDUE");
            assertThat(duty.path("breached").asBoolean()).isTrue();
            assertThat(duty.path("late").path("business").asString()).isEqualTo("PT2H15M");
            assertThat(duty.path("late").path("calendar").asString()).isEqualTo("PT17H15M");
        }

        @Test
        void keeps_its_first_due_time_when_it_is_planned_anew() {
            var matter = told.matter("2026-05-11T09:00");
            var mail = matter.received("2026-05-14T18:30", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-05-14T18:30", "2026-05-15T18:00");
            matter.replanned(reply, "2026-05-15T18:00", "2026-05-18T18:00", "2026-05-15T08:00");
            told.now("2026-05-15T09:00");
            var duty = duty(reply);
            assertThat(duty.path("due").asString()).isEqualTo("2026-05-18T15:00:00Z");
            assertThat(duty.path("firstDue").asString()).isEqualTo("2026-05-15T15:00:00Z");
            assertThat(duty.path("verdicts").get(1).path("oldDue").asString()).isEqualTo("2026-05-15T15:00:00Z");
        }
    }

    @Nested
    class A_duty_that_ended {

        @Test
        void late_stays_breached_and_tells_by_how_much() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-10T10:00", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T10:00", "2026-02-10T18:00");
            matter.breached(reply, ObligationKind.REPLY, "2026-02-10T18:00");
            var answer = matter.updated("2026-02-11T11:15");
            matter.keptLate(reply, answer, "2026-02-11T11:15", "PT2H15M", "PT17H15M");
            told.now("2026-02-12T09:00");
            var duty = duty(reply);
            assertThat(duty.path("result").asString()).isEqualTo("KEPT_LATE");
            assertThat(duty.path("breached").asBoolean()).isTrue();
            assertThat(duty.path("late").path("business").asString()).isEqualTo("PT2H15M");
            assertThat(duty.path("endedBy").asString()).isEqualTo(answer.value());
            assertThat(duty.has("state")).isFalse();
        }

        @Test
        void in_time_but_recorded_late_keeps_the_breach_beside_what_it_turned_out_to_be() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-13T10:00", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-13T10:00", "2026-02-13T18:00");
            matter.breached(reply, ObligationKind.REPLY, "2026-02-13T18:00");
            var call = matter.noted("2026-02-16T09:20").called("2026-02-13T17:30");
            matter.kept(reply, call, "2026-02-13T17:30");
            matter.reassessed(reply, call, "2026-02-13T18:00");
            told.now("2026-02-16T10:00");
            var duty = duty(reply);
            assertThat(duty.path("result").asString()).isEqualTo("KEPT");
            assertThat(duty.path("breached").asBoolean()).isTrue();
            assertThat(duty.path("reassessed").asString()).isEqualTo("MET_RECORDED_LATE");
            assertThat(duty.path("verdicts")
                            .valueStream()
                            .map(verdict -> verdict.path("verdict").asString()))
                    .containsExactly("ARMED", "BREACHED", "FULFILLED", "BREACH_REASSESSED");
            assertThat(duty.path("verdicts").get(3).path("lag").path("business").asString())
                    .isEqualTo("PT50M");
        }

        @Test
        void is_open_again_with_its_due_time_when_what_kept_it_bounced() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-10T15:20", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T15:20", "2026-02-10T18:00");
            var answer = matter.updated("2026-02-10T16:00");
            matter.kept(reply, answer, "2026-02-10T16:00");
            matter.tell(entry -> new DeliveryFailed(matter.id, answer, null, ToldMatter.at("2026-02-10T16:05")));
            matter.tell(entry -> new FulfilmentWithdrawn(matter.id, reply, answer, ToldMatter.at("2026-02-10T16:05")));
            told.now("2026-02-10T16:10");
            var duty = duty(reply);
            assertThat(duty.path("result").asString()).isEqualTo("OPEN");
            assertThat(duty.path("due").asString()).isEqualTo("2026-02-10T16:00:00Z");
            assertThat(duty.has("endedAt")).isFalse();
        }

        @Test
        void stays_ended_when_only_another_message_than_the_one_that_kept_it_bounced() {
            var matter = told.matter("2026-02-09T09:00");
            var mail = matter.received("2026-02-10T15:20", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-10T15:20", "2026-02-10T18:00");
            var bounced = matter.updated("2026-02-10T16:00");
            var arrived = matter.updated("2026-02-10T16:30");
            matter.kept(reply, arrived, "2026-02-10T16:30");
            matter.tell(entry -> new FulfilmentWithdrawn(matter.id, reply, bounced, ToldMatter.at("2026-02-10T16:35")));
            told.now("2026-02-10T17:00");
            assertThat(duty(reply).path("result").asString()).isEqualTo("KEPT");
            assertThat(duty(reply).path("endedBy").asString()).isEqualTo(arrived.value());
        }

        @Test
        void by_a_new_promise_tells_whether_that_was_announced() {
            var matter = told.matter("2026-02-09T09:00");
            var first = matter.updated("2026-02-10T10:00");
            var second = matter.updated("2026-02-12T10:00");
            var promise = matter.armed(ObligationKind.KEEP_PROMISE, first, "2026-02-10T10:00", "2026-02-13T18:00");
            var next = matter.armed(ObligationKind.KEEP_PROMISE, second, "2026-02-12T10:00", "2026-02-17T18:00");
            matter.tell(entry ->
                    new PromiseReplaced(matter.id, promise, second, true, next, ToldMatter.at("2026-02-12T10:00")));
            told.now("2026-02-12T12:00");
            assertThat(duty(promise).path("result").asString()).isEqualTo("REPLACED_WITH_NOTICE");
            assertThat(duty(promise).path("next").asString()).isEqualTo(next.value());
        }
    }

    @Nested
    class The_lists {

        @Test
        void of_a_matter_show_what_is_open_first_and_lose_none_from_page_to_page() {
            var matter = told.matter("2026-02-02T09:00");
            var ids = new ArrayList<String>();
            for (var day = 3; day <= 6; day++) {
                var morning = "2026-02-0" + day + "T10:00";
                var mail = matter.received(morning, "Any news?");
                var reply = matter.armed(ObligationKind.REPLY, mail, morning, "2026-02-0" + day + "T18:00");
                ids.add(reply.value());
                if (day % 2 == 0) {
                    matter.cancelled(reply, CancelReason.NEEDS_NO_ANSWER, "2026-02-0" + day + "T11:00");
                }
            }
            told.now("2026-02-07T09:00");
            var seen = new ArrayList<String>();
            var path = "/matters/" + matter.id + "/obligations?limit=1";
            for (var page = read(path);
                    ;
                    page = read(path + "&cursor=" + page.path("next").asString())) {
                seen.add(page.path("items").get(0).path("id").asString());
                if (!page.has("next")) {
                    break;
                }
            }
            assertThat(seen).containsExactly(ids.get(0), ids.get(2), ids.get(3), ids.get(1));
        }

        @Test
        void of_the_firm_are_narrowed_by_holder_state_and_kind() {
            var matter = told.matter("2026-02-02T09:00");
            var mail = matter.received("2026-02-03T10:00", "Any news?");
            var reply = matter.armed(ObligationKind.REPLY, mail, "2026-02-03T10:00", "2026-02-03T18:00");
            var silence = matter.armed(ObligationKind.KEEP_INFORMED, mail, "2026-02-03T10:00", "2026-02-17T18:00");
            told.now("2026-02-03T11:00");
            var list = "/obligations?limit=200&holder=" + told.firm.partnerId;
            assertThat(read(list + "&state=OPEN&kind=REPLY").toString())
                    .contains(reply.value())
                    .doesNotContain(silence.value());
            assertThat(read(list + "&state=CANCELLED").toString()).doesNotContain(reply.value());
            assertThat(read("/obligations?holder=staff-nobody").path("items")).isEmpty();
            var first = told.firm.partner.get("/obligations?state=OPEN&limit=1");
            assertThat(first.header("Link")).contains("state=OPEN");
            assertThat(told.firm
                            .partner
                            .get("/obligations?state=KEPT&limit=1&cursor=" + first.get("next"))
                            .status())
                    .as("a cursor holds for no other selection")
                    .isEqualTo(400);
        }

        @Test
        void of_what_is_not_there_are_404_and_of_what_can_not_be_asked_400() {
            assertThat(told.firm.partner.get("/matters/matter-none/obligations").status())
                    .isEqualTo(404);
            assertThat(told.firm
                            .partner
                            .get("/obligations/obligation-none-1-reply")
                            .status())
                    .isEqualTo(404);
            assertThat(told.firm.partner.get("/obligations?state=SOMETHING").status())
                    .isEqualTo(400);
        }
    }
}
