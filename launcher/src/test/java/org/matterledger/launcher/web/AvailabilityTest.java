package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.values.StaffRole;

/** Where and when staff are reached, as they themselves, administrators and integrations say it. */
class AvailabilityTest {

    private static final String AUGUST = "{\"from\": \"2026-08-03T07:00:00Z\", \"until\": \"2099-08-17T07:00:00Z\"}";

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Api olha;
    private static String olhaAt;
    private static Api petro;
    private static String petroId;

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(home);
        var access = firm.server.bean(Access.class);
        var first = access.addUser("Olha", Set.of(StaffRole.FEE_EARNER), null);
        var second = access.addUser("Petro", Set.of(StaffRole.FEE_EARNER), null);
        olha = token("Olha");
        petro = token("Petro");
        olhaAt = "/staff/" + first.staffId();
        petroId = second.staffId().value();
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static Api token(String user) {
        var token = firm.server.bean(Access.class).createUserToken(user, "tests", null);
        return new Api(firm.server.port(), token.token());
    }

    private static Reply seen(Reply written) {
        return seen(written, written.header("Location"));
    }

    private static Reply seen(Reply written, String path) {
        return firm.partner.get(path, "Ledger-Min-Position", written.header("Ledger-Position"));
    }

    @Test
    void a_staff_member_says_where_and_by_whom_they_are_reached() {
        for (var said : List.of(
                olha.post(olhaAt + "/deputy", "{\"deputy\": \"%s\"}".formatted(petroId)),
                olha.post(olhaAt + "/team", "{\"team\": \"Litigation\"}"),
                olha.post(olhaAt + "/address", "{\"address\": \"olha@firm.example\"}"),
                olha.post(olhaAt + "/calendar", "{\"calendar\": \"%s\"}".formatted(firm.calendar)))) {
            assertThat(said.status()).as(said.text()).isEqualTo(201);
            assertThat(said.header("Location")).isEqualTo(olhaAt);
        }
        var last = olha.post(olhaAt + "/team", "{\"team\": \"Disputes\"}");
        var shown = seen(last);
        assertThat(shown.get("deputy")).isEqualTo(petroId);
        assertThat(shown.get("team")).isEqualTo("Disputes");
        assertThat(shown.get("address")).isEqualTo("olha@firm.example");
        assertThat(shown.get("calendar")).isEqualTo(firm.calendar);
        assertThat(shown.header("ETag")).isEqualTo(last.header("ETag"));
        var nobody = olha.post(olhaAt + "/deputy", "{}");
        assertThat(seen(nobody).text()).doesNotContain("deputy");
    }

    @Test
    void an_absence_is_recorded_found_and_cancelled() {
        var recorded = firm.integration.post(olhaAt + "/absences", AUGUST);
        assertThat(recorded.status()).isEqualTo(201);
        assertThat(seen(recorded).text()).contains("2026-08-03T07:00:00Z").doesNotContain("cancelledAt");
        assertThat(olha.post(olhaAt + "/absences", AUGUST).header("Location")).isEqualTo(recorded.header("Location"));
        assertThat(seen(recorded, olhaAt + "/absences").json().path("items").size())
                .isEqualTo(1);

        var cancelled = olha.post(recorded.header("Location") + "/cancellation", "{}");
        assertThat(cancelled.status()).isEqualTo(201);
        assertThat(seen(cancelled).text()).contains("cancelledAt");
        assertThat(firm.partner.get(olhaAt + "/absences/absence-none").status()).isEqualTo(404);
        assertThat(firm.partner.get("/staff/staff-none/absences").status()).isEqualTo(404);
    }

    @Test
    void a_colleague_says_nothing_of_it() {
        assertThat(List.of(
                        petro.post(olhaAt + "/deputy", "{\"deputy\": \"%s\"}".formatted(petroId)),
                        petro.post(olhaAt + "/team", "{\"team\": \"Litigation\"}"),
                        petro.post(olhaAt + "/absences", AUGUST),
                        petro.post(olhaAt + "/absences/absence-none/cancellation", "{}"),
                        petro.post(olhaAt + "/address", "{\"address\": \"petro@firm.example\"}"),
                        petro.post(olhaAt + "/calendar", "{}")))
                .extracting(Reply::status)
                .containsOnly(403);
    }

    @Test
    void an_address_that_could_say_more_than_one_is_refused() {
        for (var address :
                List.of("olha", "olha@", "a@b c", "a@b\\nBcc: c@d", "a@b,c@d", "Olha <a@b>", "a@b@c", "\\\"a@b\\\"")) {
            var refused = olha.post(olhaAt + "/address", "{\"address\": \"%s\"}".formatted(address));
            assertThat(refused.status()).as(address).isEqualTo(400);
        }
    }
}
