package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.query.Positions;

/** The pages, as somebody sees them who signed in, without any script. */
class DeskTest {

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Desk desk;

    @BeforeAll
    static void sign_in() throws IOException, InterruptedException {
        firm = SampleFirm.open(home);
        desk = Desk.of(firm);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return desk.page(path);
    }

    private static void shown() {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    @Test
    void a_matter_tells_what_happened_in_words_with_both_times_of_a_late_entry() throws Exception {
        var matter = firm.matter();
        firm.integration.post(matter + "/messages", firm.messageBody("<script>alert(1)</script> Zażółć"));
        firm.partner.post(matter + "/updates", firm.updateBody("The hearing is set"));
        shown();
        var page = page("/desk" + matter);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>What happened in this matter?</h1>", "1 message")
                .contains("Jan Kowalski wrote by mail", "&lt;script&gt;alert(1)&lt;/script&gt; Zażółć")
                .contains("Anna Nowak sent an update (something moved) by mail to Jan Kowalski", "The hearing is set")
                .contains("Fri 20 Mar 2026, 16:00", "2026-03-20T15:00:00Z UTC", "noted late", "Europe/Warsaw")
                .doesNotContain("<script>");
        assertThat(page("/desk" + matter + "?only=FROM_FIRM").body())
                .contains("The hearing is set")
                .doesNotContain("Jan Kowalski wrote by mail<");
        assertThat(page("/desk" + matter + "?only=CHANNELS").body()).contains("Nothing to show here yet");
    }

    @Test
    void the_list_leads_to_every_matter_page_by_page() throws Exception {
        var first = firm.matter();
        firm.matter();
        shown();
        var page = page("/desk/matters?limit=1");
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
        var walked = new StringBuilder(page.body());
        for (var link = next.matcher(page.body()); link.find(); link = next.matcher(page.body())) {
            page = page(link.group(1).replace("&amp;", "&"));
            walked.append(page.body());
        }
        assertThat(walked).contains("/desk" + first, "Supply contract");
    }

    @Test
    void what_is_not_there_or_asked_for_wrongly_is_a_page_too() throws Exception {
        for (var path : new String[] {"/desk/matters/matter-none", "/desk/nowhere", "/desk/matters/x"}) {
            var page = page(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("<h1>There is no such thing</h1>");
        }
        assertThat(page("/desk?limit=0").statusCode()).isEqualTo(400);
        assertThat(page("/desk?cursor=x").body()).contains("Nothing was changed");
    }
}
