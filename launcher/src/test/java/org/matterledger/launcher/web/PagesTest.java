package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.values.ObligationKind;

/** The pages on which a partner's day begins: work list, silence board, a matter with what is owed, and then and now. */
class PagesTest {

    @TempDir
    static Path home;

    private static ToldFirm told;
    private static ToldMatter matter;
    private static Desk partner;

    @BeforeAll
    static void open() throws Exception {
        told = new ToldFirm(home);
        partner = Desk.of(told.firm);
        assertThat(page("/desk")).contains("Nothing is owed here. A client's message that waits");
        assertThat(page("/desk/silence")).contains("No open matter here. A matter appears");
        matter = Scene.fillIn(told);
    }

    @AfterAll
    static void close() {
        told.close();
    }

    private static String page(String path) throws Exception {
        var page = partner.page(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body().replace("&#39;", "'");
    }

    @Test
    void today_answers_first_and_says_why_each_line_is_there() throws Exception {
        assertThat(page("/desk"))
                .contains("<h1>Whom must I write to today?</h1>", "overdue", "with time yet")
                .contains("Jan Kowalski wrote on Tue 10 Mar 2026, 10:00 by mail and waits for an answer")
                .contains("(end of working day, calendar Kyiv v1, policy v1)", "Write now")
                .contains("/desk/matters/" + matter.id + "/write?duty=obligation-");
        assertThat(page("/desk?staff=staff-nobody")).contains("Whom must staff-nobody write to today?");
    }

    @Test
    void silence_says_its_finding_and_draws_a_dot_for_each_matter_and_the_limit() throws Exception {
        var page = page("/desk/silence");
        assertThat(page)
                .contains("<h1>Who waits for us in silence?</h1>", "the client waits beyond the limit, the longest for")
                .contains("class=\"limit\"", "<circle class=\"overdue\"", "<circle class=\"due\"", "working days)");
        assertThat(page.split("<circle", -1)).hasSize(Scene.SILENT + 1);
        assertThat(page("/desk/silence?responsible=" + told.firm.partnerId)).contains("Only matters of");
    }

    @Test
    void a_matter_shows_what_is_owed_with_the_reason_one_click_away() throws Exception {
        assertThat(page("/desk/matters/" + matter.id))
                .contains("What is owed, and until when", "Answer the client", "<summary>Why then?</summary>")
                .contains("Reckoned by <span>end of working day, calendar Kyiv v1, policy v1</span>")
                .contains("it counts as missed, also when it is done late")
                .contains("</span> overdue</span> since <span>")
                .contains("Missed: the answer to the client was due");
    }

    @Test
    void a_notice_of_delay_whose_time_has_passed_is_not_called_missed_before_its_promise_is() throws Exception {
        var other = told.matter("2026-02-02T09:00");
        var promise = other.updated("2026-03-16T10:00");
        other.armed(ObligationKind.DELAY_NOTICE, promise, "2026-03-16T10:00", "2026-03-17T18:00");
        told.now(Scene.NOW);
        assertThat(page("/desk/matters/" + other.id))
                .contains("Announce the delay, or keep the date", "missed only if what was promised is missed")
                .doesNotContain("overdue by");
    }

    @Test
    void a_withdrawn_entry_stays_visible_and_marked() throws Exception {
        var other = told.matter("2026-02-02T09:00");
        var mail = other.received("2026-02-10T10:00", "For somebody else");
        other.tell(entry -> new EntryWithdrawn(
                other.id, mail, other.sealed("Another client's"), null, null, ToldMatter.at("2026-02-10T11:00")));
        told.now(Scene.NOW);
        assertThat(page("/desk/matters/" + other.id))
                .contains("For somebody else", "Withdrawn, noted Tue 10 Feb 2026, 11:00", "class=\"struck ")
                .contains("An entry was withdrawn: it never happened, or not here");
    }

    @Test
    void then_and_now_stand_side_by_side_with_what_differs_in_words() throws Exception {
        var other = told.matter("2026-02-02T09:00");
        var mail = other.received("2026-02-13T10:00", "Any news?");
        var reply = other.armed(ObligationKind.REPLY, mail, "2026-02-13T10:00", "2026-02-13T18:00");
        other.breached(reply, ObligationKind.REPLY, "2026-02-13T18:00");
        var call = other.noted("2026-02-16T09:20").called("2026-02-13T17:30");
        other.kept(reply, call, "2026-02-13T17:30");
        other.reassessed(reply, call, "2026-02-13T18:00");
        told.now(Scene.NOW);
        var path = "/desk/matters/" + other.id + "/as-of?at=2026-02-14T12:00";
        assertThat(page(path + "&known=then&other=&otherKnown=now"))
                .contains("Sat 14 Feb 2026, 12:00, as known then", "Sat 14 Feb 2026, 12:00, as known now")
                .contains("differ in <strong>2 things</strong>", "it was recorded only Mon 16 Feb 2026, 09:20.")
                .contains("missed, still open", "kept in time and recorded late");
        assertThat(page(path + "&known=now&otherKnown=now")).contains("The two pictures are the same");
        assertThat(page(path + "&known=then&other=2026-02-16T12:00&otherKnown=then"))
                .contains("Mon 16 Feb 2026, 12:00, as known then");
        assertThat(partner.page(path + "&known=sometimes").statusCode()).isEqualTo(400);
        assertThat(partner.page("/desk/matters/" + other.id + "/as-of?at=soon").statusCode())
                .isEqualTo(400);
    }

    @Test
    void each_figure_leads_to_what_it_counts() throws Exception {
        for (var list : List.of("/desk", "/desk/silence")) {
            assertThat(page(list)).contains("href=\"" + list + "?state=OVERDUE\"", "href=\"" + list + "?state=DUE\"");
            assertThat(page(list + "?state=OVERDUE"))
                    .contains("Only <span>what is overdue</span> is listed", "</span> overdue</span>")
                    .doesNotContain("<span class=\"state due\">");
            assertThat(page(list + "?state=DUE")).doesNotContain("<span class=\"state overdue\">");
            assertThat(partner.page(list + "?state=GONE").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_walk_through_a_matter_stops_where_the_firm_learnt_something() throws Exception {
        var walk = "/desk/matters/" + matter.id + "/as-of";
        assertThat(page(walk + "?step=1"))
                .contains("value=\"1\"", "step=2\">the next one")
                .doesNotContain("the one before");
        assertThat(page(walk + "?step=9999")).contains("the one before").doesNotContain("the next one");
        assertThat(page(walk + "?at=2099-01-01T00:00")).doesNotContain("2099");
    }

    @Test
    void what_is_to_come_is_not_told() {
        for (var what : List.of("/as-of", "/as-of/difference")) {
            var path = "/matters/" + matter.id + what + "?at=";
            assertThat(told.firm.partner.get(path + "2099-01-01T00:00:00Z").text())
                    .contains("\"status\":400", "lies in the future");
            assertThat(told.firm.partner.get(path + "2001-01-01T00:00:00Z").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void every_page_stands_without_script_and_foreign_assets() throws Exception {
        for (var path : List.of(
                "/desk",
                "/desk/silence",
                "/desk/matters/" + matter.id + "/as-of",
                "/desk/matters",
                "/desk/notices",
                "/desk/matters/" + matter.id,
                "/desk/matters/" + matter.id + "/write")) {
            assertThat(page(path))
                    .as(path)
                    .doesNotContain("<script", "style=\"")
                    .doesNotContainPattern("(src|href)=\"(https?:)?//");
        }
    }
}
