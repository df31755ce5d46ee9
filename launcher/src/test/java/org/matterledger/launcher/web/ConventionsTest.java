package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.web.Api.Reply;

/** What every caller can rely on, whatever it calls. */
class ConventionsTest {

    @TempDir
    static Path home;

    private static SampleFirm firm;

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(home);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static Reply update(String matter, String key, String summary, String... headers) {
        return firm.partner.postKeyed(key, matter + "/updates", firm.updateBody(summary), headers);
    }

    @Nested
    class Writing {

        @Test
        void answers_with_place_version_and_position() {
            var matter = firm.matter();
            var reply = firm.partner.post(matter + "/updates", firm.updateBody("The hearing is set"));
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("Location")).startsWith(matter + "/timeline/entry-");
            assertThat(reply.header("ETag")).isEqualTo("\"" + reply.get("version") + "\"");
            assertThat(Long.parseLong(reply.header("Ledger-Position"))).isPositive();
            assertThat(reply.get("id")).startsWith("entry-");
        }

        @Test
        void can_be_read_at_once_by_whoever_names_the_position() {
            var matter = firm.matter();
            var written = firm.partner.post(matter + "/updates", firm.updateBody("Read me"));
            var read = firm.partner.get(
                    written.header("Location"), "Ledger-Min-Position", written.header("Ledger-Position"));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.get("text")).isEqualTo("Read me");
            assertThat(Long.parseLong(read.header("Ledger-Position")))
                    .isGreaterThanOrEqualTo(Long.parseLong(written.header("Ledger-Position")));
            assertThat(firm.partner.get(matter).header("ETag")).isEqualTo(written.header("ETag"));
        }

        @Test
        void of_a_refused_act_names_the_rule_in_its_sentence() {
            var reply = firm.partner.post(
                    firm.matter() + "/updates", firm.updateBody("Nothing moved").replace("PROGRESS", "NO_CHANGE"));
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.get("type")).isEqualTo("urn:matterledger:rule:NO_CHANGE_SAYS_WHY");
            assertThat(reply.get("title")).isEqualTo("An update that nothing moved says why.");
        }

        @Test
        void what_is_known_already_records_nothing() {
            var roles = "{\"roles\": [\"PARTNER\", \"ADMINISTRATOR\", \"REVIEWER\"]}";
            var reply = firm.partner.post("/staff/" + firm.partnerId + "/roles", roles);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        }

        @Test
        void in_an_unknown_matter_is_answered_404() {
            assertThat(firm.partner
                            .post("/matters/matter-unknown/updates", firm.updateBody("x"))
                            .status())
                    .isEqualTo(404);
            assertThat(firm.partner
                            .post("/calendars/calendar-unknown/versions", """
                            {"name": "x", "zone": "UTC", "week": {}}""")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void in_the_name_of_nobody_is_forbidden_where_somebody_must_answer_for_it() {
            var matter = firm.matter();
            var alone = firm.integration.post(matter + "/updates", firm.updateBody("Who says so?"));
            assertThat(alone.status()).isEqualTo(403);
            assertThat(alone.header("Content-Type")).startsWith("application/problem+json");
            var onBehalf = firm.integration.post(
                    matter + "/updates", firm.updateBody("Anna says so"), "On-Behalf-Of", firm.partnerId);
            assertThat(onBehalf.status()).isEqualTo(201);
        }
    }

    @Nested
    class AKey {

        @Test
        void used_again_with_the_same_request_gives_the_very_same_answer() {
            var matter = firm.matter();
            var first = update(matter, "key-1", "Once only");
            var again = update(matter, "key-1", "Once only");
            assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            for (var header : List.of("Location", "ETag", "Ledger-Position", "Content-Type")) {
                assertThat(again.header(header)).isEqualTo(first.header(header));
            }
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }

        @Test
        void looks_at_what_the_body_means_and_not_how_it_is_written() {
            var matter = firm.matter();
            var first = update(matter, "key-2", "Same");
            var other = """
                    { "summary" : "S\\u0061me", "to":["%s"],
                      "channel": "MAIL", "kind": "PROGRESS" }""".formatted(firm.person);
            var again = firm.partner.postKeyed("key-2", matter + "/updates", other);
            assertThat(again.text()).isEqualTo(first.text());
        }

        @Test
        void used_again_with_another_body_is_a_mistake() {
            var matter = firm.matter();
            update(matter, "key-3", "One thing");
            var other = update(matter, "key-3", "Another thing");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.get("type")).isEqualTo("urn:matterledger:problem:key-reused");
        }

        @Test
        void of_another_caller_or_path_is_another_key() {
            var matter = firm.matter();
            update(matter, "key-4", "Mine");
            assertThat(update(firm.matter(), "key-4", "There").status()).isEqualTo(201);
            var others = firm.integration.postKeyed(
                    "key-4", matter + "/updates", firm.updateBody("Theirs"), "On-Behalf-Of", firm.partnerId);
            assertThat(others.status()).isEqualTo(201);
        }

        @Test
        void remembers_a_refusal_too() {
            var matter = firm.matter();
            var body = firm.updateBody("Nothing").replace("PROGRESS", "NO_CHANGE");
            var first = firm.partner.postKeyed("key-5", matter + "/updates", body);
            var again = firm.partner.postKeyed("key-5", matter + "/updates", body);
            assertThat(again.status()).isEqualTo(first.status()).isEqualTo(409);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }

        @Test
        void or_a_source_must_come_with_every_post() {
            var matter = firm.matter();
            var reply = firm.integration.postPlain(
                    matter + "/messages", firm.messageBody("No key").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).contains("Idempotency-Key").contains("source");
        }
    }

    @Nested
    class ASource {

        private static String with(String body, String id) {
            return body.strip().replaceFirst("}$", ", \"source\": {\"system\": \"cms\", \"id\": \"" + id + "\"}}");
        }

        @Test
        void stands_for_a_key_and_finds_what_it_names() {
            var body = with(firm.matterBody("By own number"), "4711");
            var first = firm.integration.postPlain("/matters", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var again = firm.integration.postPlain("/matters", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(first.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            var found = firm.integration.get(
                    "/matters?source=cms/4711", "Ledger-Min-Position", first.header("Ledger-Position"));
            assertThat(found.json().path("items").size()).isEqualTo(1);
            assertThat(found.json().path("items").path(0).path("id").asString()).isEqualTo(first.get("id"));
        }

        @Test
        void is_unique_within_a_matter_and_free_in_the_next() {
            var body = with(firm.messageBody("Mail 1"), "mail-1");
            var one = firm.matter();
            assertThat(firm.integration.post(one + "/messages", body).status()).isEqualTo(201);
            assertThat(firm.integration.post(one + "/messages", body).header("Idempotency-Replayed"))
                    .isEqualTo("true");
            assertThat(firm.integration
                            .post(one + "/messages", with(firm.messageBody("Another"), "mail-1"))
                            .status())
                    .isEqualTo(422);
            assertThat(firm.integration.post(firm.matter() + "/messages", body).header("Idempotency-Replayed"))
                    .isEmpty();
        }
    }

    @Nested
    class IfMatch {

        @Test
        void of_the_present_version_goes_through_and_of_a_past_one_not() {
            var matter = firm.matter();
            var seen = firm.partner.post(matter + "/updates", firm.updateBody("First"));
            var second = update(matter, "m-1", "Second", "If-Match", seen.header("ETag"));
            assertThat(second.status()).isEqualTo(201);
            var stale = update(matter, "m-2", "Third", "If-Match", seen.header("ETag"));
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.header("ETag")).isEqualTo(second.header("ETag")).isNotEqualTo(seen.header("ETag"));
        }

        @Test
        void that_is_no_etag_is_malformed() {
            for (var bad : List.of("4", "\"x\"", "W/\"4\"", "*", "\"1\", \"2\"")) {
                assertThat(update(firm.matter(), "m-3", "x", "If-Match", bad).status())
                        .isEqualTo(400);
            }
        }
    }

    @Nested
    class AWalk {

        @Test
        void over_a_timeline_shows_one_picture_whatever_is_recorded_meanwhile() {
            var matter = firm.matter();
            var last = "0";
            for (int i = 0; i < 7; i++) {
                last = firm.integration
                        .post(matter + "/messages", firm.messageBody("Mail " + i))
                        .header("Ledger-Position");
            }
            var page = firm.partner.get(matter + "/timeline?limit=3", "Ledger-Min-Position", last);
            List<String> walked = new ArrayList<>(texts(page));
            while (!page.get("next").isEmpty()) {
                // Older than everything on the pages to come: unbounded, it would shift or double them.
                var late = firm.integration.post(
                        matter + "/messages", firm.messageBody("Late").replace("2026-03-20", "2026-03-21"));
                var link = page.header("Link");
                assertThat(link).endsWith("; rel=\"next\"");
                page = firm.partner.get(
                        link.substring(1, link.indexOf('>')), "Ledger-Min-Position", late.header("Ledger-Position"));
                walked.addAll(texts(page));
            }
            var expected = new ArrayList<>(
                    IntStream.range(0, 7).mapToObj(i -> "Mail " + i).toList());
            expected.add("Supply contract");
            assertThat(walked).containsExactlyElementsOf(expected);
        }

        @Test
        void over_matters_loses_none() {
            var before = firm.matter();
            firm.matter();
            var last = firm.integration.post("/matters", firm.matterBody("Last one"));
            List<String> ids = new ArrayList<>();
            var page = firm.partner.get("/matters?limit=1", "Ledger-Min-Position", last.header("Ledger-Position"));
            ids.add(page.json().path("items").path(0).path("id").asString());
            while (!page.get("next").isEmpty()) {
                page = firm.partner.get("/matters?limit=1&cursor=" + page.get("next"));
                ids.add(page.json().path("items").path(0).path("id").asString());
            }
            assertThat(ids).doesNotHaveDuplicates().contains(last.get("id"), before.substring("/matters/".length()));
        }

        @Test
        void takes_no_cursor_but_its_own() {
            var matter = firm.matter();
            var last = firm.integration.post(matter + "/messages", firm.messageBody("One"));
            var cursor = firm.partner
                    .get(matter + "/timeline?limit=1", "Ledger-Min-Position", last.header("Ledger-Position"))
                    .get("next");
            for (var bad : List.of("x", ".", cursor + "0", "A" + cursor, cursor.substring(1))) {
                assertThat(firm.partner.get(matter + "/timeline?cursor=" + bad).status())
                        .isEqualTo(400);
            }
            assertThat(firm.partner.get("/matters?cursor=" + cursor).status()).isEqualTo(400);
            assertThat(firm.partner.get(matter + "/timeline?cursor=" + cursor).status())
                    .isEqualTo(200);
        }

        /** What was said; the verdicts in between say nothing themselves. */
        private static List<String> texts(Reply page) {
            return page.json()
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("text").asString(""))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    @Nested
    class ABatch {

        @Test
        void answers_each_item_in_order_and_goes_on_after_a_bad_one() {
            var matter = firm.matter();
            var good = firm.messageBody("Good").strip().replaceFirst("}$", ", \"key\": \"b-1\"}");
            var bad = "{\"channel\": \"PIGEON\", \"key\": \"b-2\"}";
            var keyless = firm.messageBody("Keyless");
            var body = "{\"items\": [" + good + "," + bad + "," + keyless + "," + good.replace("b-1", "b-3") + "]}";
            var reply = firm.integration.postPlain(
                    matter + "/messages/batch", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var items = reply.json().path("items");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(items.valueStream()
                            .map(item -> item.path("status").asInt())
                            .toList())
                    .containsExactly(201, 400, 400, 201);
            assertThat(items.path(1).path("problem").path("faults").toString()).contains("/channel", "/occurredAt");
            assertThat(items.path(2).path("problem").path("faults").toString()).contains("/key");
            var again = firm.integration.postPlain(
                    matter + "/messages/batch", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(again.text()).isEqualTo(reply.text());
        }

        @Test
        void item_repeated_alone_meets_its_answer() {
            var matter = firm.matter();
            var single = firm.messageBody("Either way");
            var item = single.strip().replaceFirst("}$", ", \"key\": \"b-9\"}");
            var batch = firm.integration.postPlain(
                    matter + "/messages/batch",
                    ("{\"items\": [" + item + "]}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var alone = firm.integration.postKeyed("b-9", matter + "/messages", single);
            assertThat(alone.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(alone.header("Location"))
                    .isEqualTo(
                            batch.json().path("items").path(0).path("location").asString());
        }
    }
}
