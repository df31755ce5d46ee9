package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.mail.FileMatch;
import org.matterledger.query.Positions;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does this file match? A message's file is compared with what was recorded of it; and which messages need no answer. */
class MatchTest {

    private static final String FILE = """
            Message-ID: <m1@baltic.example>
            Date: Fri, 20 Mar 2026 15:00:00 +0000
            From: Jan <jan@baltic.example>
            To: Olha <olha@firm.example>
            Subject: Thanks

            Thank you!
            """;

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static String entry;

    @BeforeAll
    static void reports() {
        firm = SampleFirm.open(home);
        var digest = FileMatch.of(FILE.getBytes(UTF_8)).orElseThrow().digest().value();
        var told = firm.integration.post(firm.matter() + "/messages", """
                {"from": "%s", "channel": "MAIL", "subject": "Thanks", "digest": "%s", "noAnswerSuggested": true,
                 "occurredAt": "2026-03-20T15:00:00Z", "source": {"system": "mail", "id": "m1@baltic.example"}}""".formatted(firm.person, digest));
        entry = told.get("id");
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    @AfterAll
    static void closes() {
        firm.close();
    }

    private static Api.Reply match(String eml) {
        return firm.partner.postPlain("/mail/matches", eml.getBytes(UTF_8), "Content-Type", "message/rfc822");
    }

    @Test
    void a_file_that_is_what_was_recorded_matches_however_it_was_exported() {
        var exported = FILE.replace("\n", "\r\n").replace("From: Jan", "X-Folder: inbox\r\nFrom: Jan");
        var known = match(exported).json().at("/known/0");
        assertThat(known.path("entry").asString()).isEqualTo(entry);
        assertThat(known.path("same").asBoolean()).isTrue();
    }

    @Test
    void a_file_that_was_changed_is_known_and_not_the_same() {
        var known = match(FILE.replace("Thank you!", "Thank you not!")).json().at("/known/0");
        assertThat(known.path("entry").asString()).isEqualTo(entry);
        assertThat(known.path("same").asBoolean()).isFalse();
    }

    @Test
    void another_message_is_not_known() {
        var other = FILE.replace("m1@", "m2@").replace("Thank you!", "Where is my contract?");
        assertThat(match(other).json().path("known").size()).isZero();
    }

    @Test
    void what_is_no_message_is_malformed() {
        assertThat(match("").status()).isEqualTo(400);
    }

    @Test
    void what_needs_no_answer_is_confirmed_on_a_page_with_one_key() throws Exception {
        var desk = Desk.of(firm);
        var page = desk.page("/desk/no-answer").body();
        assertThat(page).contains("1 message", "Thanks", entry, "checked", "autofocus");
        var confirmed = desk.submit("/desk/no-answer", "key=k1&reason=They+only+said+thank+you.&entry=" + entry);
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(desk.page(confirmed.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Nothing is suggested.");
    }

    @Test
    void a_matter_that_is_none_gets_no_key_and_nothing_else_that_was_chosen_is_recorded() throws Exception {
        var told = firm.integration
                .post(firm.matter() + "/messages", """
                {"from": "%s", "channel": "MAIL", "occurredAt": "2026-03-20T15:30:00Z",
                 "source": {"system": "mail", "id": "m3@baltic.example"}}""".formatted(firm.person))
                .get("id");
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
        var none = MatterId.random();
        var form = "key=k2&reason=Thanks&entry=%s&entry=%s".formatted(told, EntryId.of(none, 3));
        assertThat(Desk.of(firm)
                        .submitFrom("/desk/no-answer", "/desk/no-answer", form)
                        .statusCode())
                .isEqualTo(404);
        positions.await(positions.head());
        assertThat(count("select count(*) from command.person_key where subject = ?", none.value()))
                .isZero();
        assertThat(count("select count(*) from query.timeline where about = ?", told))
                .isZero();
    }

    private static long count(String sql, String of) {
        return firm.server
                .bean(JdbcClient.class)
                .sql(sql)
                .param(of)
                .query(Long.class)
                .single();
    }
}
