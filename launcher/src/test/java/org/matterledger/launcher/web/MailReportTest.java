package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.query.MailReports;
import org.matterledger.query.MailReports.Form;
import org.matterledger.values.StaffRole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import of made-up mail shows: for programs, on the page, on paper, and under other terms. */
class MailReportTest {

    private static final String PATH = "/mail-imports/" + ImportedFirm.RUN;

    @TempDir
    static Path home;

    private static ImportedFirm firm;
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        firm = new ImportedFirm(home);
        desk = Desk.of(firm.told.firm);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static JsonNode report(String query) {
        var reply = firm.told.firm.partner.get(PATH + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String page(String path) throws Exception {
        var page = desk.page("/desk" + path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body().replace("&#39;", "'").replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    private static String tally(JsonNode obligations, String kind) {
        var tally = obligations.path(kind);
        return "%s: %s kept, %s late, %s broken, %s open"
                .formatted(
                        tally.path("armed"),
                        tally.path("kept"),
                        tally.path("keptLate"),
                        tally.path("broken"),
                        tally.path("open"));
    }

    @Nested
    class ForPrograms {

        @Test
        void the_runs_counts_come_first_under_their_names() {
            var report = report("");
            assertThat(report.propertyNames())
                    .contains("read", "imported", "duplicates", "broken", "unassigned", "skipped", "matters", "threads")
                    .contains("obligations", "longestSilences");
            assertThat(List.of("read", "imported", "duplicates", "broken", "unassigned", "matters", "threads").stream()
                            .map(name -> report.path(name).asInt()))
                    .containsExactly(14, 9, 1, 1, 1, 3, 5);
            assertThat(report.path("skipped").path("BULK").asInt()).isEqualTo(2);
            assertThat(report.path("setAside").toString())
                    .contains("BROKEN", "NO_HEADER", "inbox/9.", "SKIPPED", "inbox/7.");
            assertThat(report.has("whatIf")).isFalse();
        }

        @Test
        void what_was_owed_is_counted_by_kind_and_result() {
            var obligations = report("").path("obligations");
            assertThat(tally(obligations, "REPLY")).isEqualTo("4: 2 kept, 1 late, 1 broken, 0 open");
            assertThat(tally(obligations, "KEEP_INFORMED")).isEqualTo("9: 5 kept, 1 late, 1 broken, 2 open");
            assertThat(tally(obligations, "KEEP_PROMISE")).isEqualTo("0: 0 kept, 0 late, 0 broken, 0 open");
        }

        @Test
        void answers_are_told_by_working_time() {
            var replies = report("").path("replies");
            assertThat(replies.path("answered").asInt()).isEqualTo(3);
            assertThat(replies.path("unanswered").asInt()).isEqualTo(1);
            assertThat(replies.path("median").asString()).isEqualTo("PT3H");
            assertThat(replies.path("within").toString())
                    .isEqualTo("{\"ONE_WORKING_HOUR\":1,\"FOUR_WORKING_HOURS\":1,\"EIGHT_WORKING_HOURS\":0,"
                            + "\"SAME_DAY\":0,\"NEXT_WORKING_DAY\":0,\"LATER\":1}");
        }

        @Test
        void the_longest_silences_say_how_long_where_and_whether_the_client_had_asked() {
            var longest = report("").path("longestSilences");
            var first = longest.path(0);
            assertThat(first.path("matter").asString()).isEqualTo(firm.unanswered);
            assertThat(first.path("running").asBoolean()).isTrue();
            assertThat(first.path("calendarDays").asInt()).isEqualTo(39);
            assertThat(first.path("workingDays").asInt()).isEqualTo(29);
            assertThat(first.path("asked").asString()).isEqualTo("2026-02-05T09:00:00Z");
            var second = longest.path(1);
            assertThat(second.path("title").asString()).isEqualTo(ImportedFirm.POLISH);
            assertThat(second.path("calendarDays").asInt()).isEqualTo(22);
            assertThat(second.path("beyondLimit").asBoolean()).isTrue();
            assertThat(second.has("asked")).isFalse();
        }

        @Test
        void runs_are_listed() {
            assertThat(firm.told.firm.integration.get("/mail-imports").text()).contains(ImportedFirm.RUN);
        }

        @Test
        void what_is_told_of_a_matter_after_its_report_is_seen() {
            var matter = firm.runOverAnother("import-again");
            var before = firm.told.firm.partner.get("/mail-imports/import-again");
            assertThat(tally(before.json().path("obligations"), "REPLY"))
                    .isEqualTo("0: 0 kept, 0 late, 0 broken, 0 open");
            var position = firm.writes("2026-03-16T10:00", matter);
            var after = firm.told.firm.partner.get("/mail-imports/import-again", "Ledger-Min-Position", position);
            assertThat(tally(after.json().path("obligations"), "REPLY"))
                    .isEqualTo("1: 0 kept, 0 late, 0 broken, 1 open");
        }

        @Test
        void bad_parameters_are_named_all_of_them() {
            var reply = firm.told.firm.partner.get(PATH + "?silenceLimit=0&cutOff=25:00&calendar=calendar-none");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).contains("query silenceLimit", "query cutOff", "query calendar");
            assertThat(firm.told.firm.partner.get("/mail-imports/import-none").status())
                    .isEqualTo(404);
        }

        @Test
        void who_neither_manages_nor_reviews_sees_none_of_it() {
            var access = firm.told.firm.server.bean(Access.class);
            access.addUser("Ewa Lis", Set.of(StaffRole.FEE_EARNER), null);
            var ewa = new Api(
                    firm.told.firm.server.port(),
                    access.createUserToken("Ewa Lis", "tests", null).token());
            assertThat(ewa.get(PATH).status()).isEqualTo(403);
            assertThat(ewa.get("/mail-imports").status()).isEqualTo(403);
        }
    }

    @Nested
    class WhatIf {

        @Test
        void a_longer_limit_breaks_less_and_changes_nothing_that_was() {
            var before = firm.head();
            var report = report("?silenceLimit=30");
            assertThat(tally(report.path("whatIf").path("obligations"), "KEEP_INFORMED"))
                    .isEqualTo("9: 6 kept, 0 late, 1 broken, 2 open");
            assertThat(report.path("whatIf").path("silences").path("limit").asInt())
                    .isEqualTo(30);
            assertThat(report.path("obligations")).isEqualTo(report("").path("obligations"));
            assertThat(firm.head()).isEqualTo(before);
        }

        @Test
        void a_later_cut_off_makes_an_answer_of_the_next_morning_late() {
            assertThat(tally(report("?cutOff=CLOSE").path("whatIf").path("obligations"), "REPLY"))
                    .isEqualTo("4: 1 kept, 2 late, 1 broken, 0 open");
        }

        @Test
        void other_hours_tell_answers_by_their_own_time() {
            var whatIf = report("?calendar=" + firm.roundTheClock).path("whatIf");
            assertThat(whatIf.path("calendar").asString()).isEqualTo("Round the clock");
            assertThat(whatIf.path("replies").path("median").asString()).isEqualTo("PT18H");
        }

        @Test
        void the_terms_that_held_give_what_was() {
            var report = report("?silenceLimit=14&cutOff=15:00&calendar=" + firm.told.kyiv);
            for (var name : List.of("obligations", "longestSilences", "replies", "silences", "months")) {
                assertThat(report.path("whatIf").path(name)).as(name).isEqualTo(report.path(name));
            }
        }
    }

    @Nested
    class OnThePage {

        @Test
        void the_answer_stands_first_in_sentences_with_figures() throws Exception {
            assertThat(page(PATH))
                    .contains("Did we keep clients waiting?")
                    .contains("Clients waited 4 times for an answer: 2 came in time, 1 late, 1 did not come.")
                    .contains("Half of the answers came within 3 h of working time.")
                    .contains("In 2 of 3 matters the longest silence went beyond the limit.")
                    .contains("The longest that ended lasted 22 days (16 working days).")
                    .contains("14 messages read: 9 imported into 3 matters and 5 threads, 1 known before, 2 left out")
                    .contains(ImportedFirm.POLISH, "inbox/9.: no header");
        }

        @Test
        void what_waits_for_a_hand_stands_there_with_its_reason_and_the_way_to_it() throws Exception {
            assertThat(page(PATH)).contains("sender unknown 1 inbox/8.");
            assertThat(desk.page("/desk" + PATH).body()).contains("href=\"/desk/inbox\"");
        }

        @Test
        void on_a_narrow_screen_each_figure_says_what_it_is() throws Exception {
            assertThat(desk.page("/desk" + PATH + "?silenceLimit=30").body())
                    .contains("data-head=\"Not kept\"", "data-head=\"With a silence limit of 30 days\"")
                    .doesNotContain("<td class=\"number\">");
        }

        @Test
        void the_pictures_show_what_the_tables_prove() throws Exception {
            var page = desk.page("/desk" + PATH).body();
            assertThat(page.split("<circle [^>]*class=\"overdue\"", -1)).hasSize(3);
            assertThat(page.split("<circle [^>]*class=\"due\"", -1)).hasSize(2);
            assertThat(page)
                    .contains("limit: 14 days", "class=\"bar\"", "class=\"part kept\"", "class=\"part broken\"")
                    .contains("href=\"/desk/matters/" + firm.polish + "\"")
                    .doesNotContain("<script", "style=\"", "http://www.example");
        }

        @Test
        void what_if_stands_beside_what_was() throws Exception {
            assertThat(page(PATH + "?silenceLimit=30&cutOff=&calendar="))
                    .contains("As it was", "With a silence limit of 30 days", "Only as it was");
        }

        @Test
        void the_bar_leads_to_the_list_of_imports_and_that_to_each() throws Exception {
            assertThat(desk.page("/desk").body()).contains("href=\"/desk/mail-imports\"");
            assertThat(desk.page("/desk/mail-imports").body()).contains("href=\"/desk" + PATH + "\"");
        }
    }

    @Nested
    class AsAFile {

        private static byte[] file(Form form) {
            return firm.told.firm.server.bean(MailReports.class).of(ImportedFirm.RUN, form);
        }

        @Test
        void for_programs_it_is_what_the_api_answers() {
            assertThat(JsonMapper.shared().readTree(file(Form.JSON))).isEqualTo(report(""));
        }

        @Test
        void for_a_browser_it_needs_nothing_else() {
            assertThat(new String(file(Form.HTML), UTF_8))
                    .contains("Clients waited", ImportedFirm.CYRILLIC, "<svg", "@page")
                    .doesNotContain("href=\"/", "src=\"", "<link", "<script");
        }

        @Test
        void on_paper_it_says_the_same_in_every_script() throws IOException {
            try (var document = Loader.loadPDF(file(Form.PDF))) {
                var reading = new PDFTextStripper();
                reading.setSortByPosition(true);
                var text = reading.getText(document).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains("Clients waited 4 times for an answer: 2 came in time, 1 late, 1 did not come.")
                        .contains("22 days (16 working days)", "39 days (29 working days)")
                        .contains(ImportedFirm.POLISH, ImportedFirm.CYRILLIC, ImportedFirm.UNANSWERED);
            }
        }

        @Test
        void printed_again_it_is_the_same_to_the_byte() {
            assertThat(file(Form.PDF)).isEqualTo(file(Form.PDF));
        }

        @Test
        void the_page_leads_to_the_paper() throws Exception {
            var answer = desk.page("/desk" + PATH + "/report.pdf?silenceLimit=30");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.body()).startsWith("%PDF-");
        }

        @Test
        void another_ending_is_none_of_its_forms() {
            assertThat(Form.of("report.PDF")).isEqualTo(Form.PDF);
            assertThatThrownBy(() -> Form.of("report.docx")).hasMessageContaining(".json, .html or .pdf");
        }
    }
}
