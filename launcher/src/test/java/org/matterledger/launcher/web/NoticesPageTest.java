package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** “Who was told what, and when?”, as somebody sees it who signed in. */
class NoticesPageTest {

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Desk desk;

    @BeforeAll
    static void some_notices() throws Exception {
        firm = SampleFirm.open(home);
        desk = Desk.of(firm);
        var matter = firm.matter().substring("/matters/".length());
        notice(matter, "BREACH", "SENT", null, Instant.parse("2026-02-11T08:00:00Z"));
        notice(matter, "DEPUTY", "REFUSED", "the mail server refuses it: 550 5.1.1 nobody here", null);
        notice(matter, "PARTNER", "WAITING", null, null);
        notice(matter, "WARNING", "WITHDRAWN", null, null);
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static void notice(
            String matter, String what, String state, @Nullable String failure, @Nullable Instant sent) {
        firm.server
                .bean(JdbcClient.class)
                .sql("""
                        insert into command.outbox
                               (event_id, what, recipient, holder, matter_id, obligation_id, kind, due, rule, calendar_id,
                                title, noted_at, not_before, state, failure, sent_at)
                        select 'event-1', :what, :staff, :staff, :matter, 'obligation-1', 'REPLY', '2026-02-10T17:00:00Z',
                               'END_OF_WORKING_DAY', :calendar, payload::jsonb -> 'title', '2026-02-10T17:00:00Z',
                               '2026-02-11T08:00:00Z', :state, :failure, :sent
                          from ledger.event where stream = :matter and type = 'matter.opened'""")
                .param("what", what)
                .param("staff", firm.partnerId)
                .param("matter", matter)
                .param("calendar", firm.calendar)
                .param("state", state)
                .param("failure", failure)
                .param("sent", sent == null ? null : sent.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void it_says_who_was_told_what_and_when_what_waits_and_what_was_not_delivered_and_why() throws Exception {
        var page = desk.page("/desk/notices").body();
        assertThat(page)
                .contains("<h1>Who was told what, and when?</h1>", "3 notices")
                .contains("Anna Nowak", "Answer the client", "Supply contract", "(end of working day)")
                .contains("Wed 11 Feb 2026, 09:00")
                .contains("as the deputy of Anna Nowak", "550 5.1.1 nobody here")
                .contains("no mail server is configured", "taken back")
                .doesNotContain("<script");
    }

    @Test
    void its_figures_lead_to_what_they_count() throws Exception {
        assertThat(desk.page("/desk/notices").body()).contains("href=\"/desk/notices?only=REFUSED\"");
        assertThat(desk.page("/desk/notices?only=REFUSED").body())
                .contains("550 5.1.1 nobody here", "Show all")
                .doesNotContain("taken back", "Wed 11 Feb 2026, 09:00");
        assertThat(desk.page("/desk/notices?only=GIVEN_UP").body()).contains("Nothing here.");
    }

    @Test
    void it_leads_on_to_older_ones() throws Exception {
        var page = desk.page("/desk/notices?limit=1&only=SENT");
        assertThat(page.body()).doesNotContain("Older notices");
        var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(desk.page("/desk/notices?limit=2").body());
        assertThat(next.find()).isTrue();
        assertThat(desk.page(next.group(1).replace("&amp;", "&")).body()).contains("Wed 11 Feb 2026, 09:00");
    }

    @Test
    void the_bar_leads_there() throws Exception {
        assertThat(desk.page("/desk").body()).contains("href=\"/desk/notices\"");
    }

    @Test
    void a_colleague_sees_the_own_ones_only() {
        var access = firm.server.bean(Access.class);
        access.addUser("Olha Melnyk", Set.of(StaffRole.FEE_EARNER), "correct horse battery staple");
        var olha = new Api(
                firm.server.port(),
                access.createUserToken("Olha Melnyk", "tests", null).token());
        assertThat(olha.get("/notices").json().path("items")).isEmpty();
        assertThat(olha.get("/notices?staff=" + firm.partnerId).status()).isEqualTo(403);
    }
}
