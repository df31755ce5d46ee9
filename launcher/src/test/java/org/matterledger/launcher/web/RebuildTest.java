package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An administrator doubts a view and lets it be filled again, while the ledger runs. */
class RebuildTest {

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static String matter;

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(home);
        matter = firm.matter();
        for (var i = 0; i < 20; i++) {
            firm.partner.post(matter + "/updates", firm.updateBody("Update " + i));
        }
        shown();
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static Reply rebuild(Api caller, String view, String... headers) {
        return caller.post("/running/views/" + view + "/rebuild", "{}", headers);
    }

    private static void shown() {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    private static JdbcClient db() {
        return firm.server.bean(JdbcClient.class);
    }

    @Test
    void yields_the_same_rows_of_every_view_whatever_had_become_of_them() {
        var before = ViewRows.of(db());
        db().sql("delete from query.timeline where position % 2 = 0").update();
        db().sql("update query.matter set version = 0").update();
        db().sql("insert into query.staff (staff_id, name, roles, since, version, position)"
                        + " values ('staff-of-nobody', '{}', '{}', -1, 0, 0)")
                .update();
        assertThat(ViewRows.of(db())).isNotEqualTo(before);
        for (var view : firm.partner.get("/running").json().path("views").propertyNames()) {
            var reply = rebuild(firm.partner, view);
            assertThat(reply.status()).as(reply.text()).isEqualTo(202);
            assertThat(reply.header("Location")).isEqualTo("/running");
            assertThat(reply.get("view")).isEqualTo(view);
        }
        shown();
        assertThat(ViewRows.of(db())).isNotEmpty().containsExactlyElementsOf(before);
    }

    @Test
    void shows_how_far_it_has_come() {
        var head = firm.server.bean(Positions.class).head();
        db().sql("delete from query.staff").update();
        try (var held = HeldUp.byRowOf(firm.server.bean(DatabaseAccess.class), firm.partnerId)) {
            assertThat(rebuild(firm.partner, "staff").status()).isEqualTo(202);
            assertThat(progress("staff").path("head").asLong()).isEqualTo(head);
            assertThat(progress("staff").path("shown").asLong()).isLessThan(head);
        }
        shown();
        assertThat(progress("staff").path("shown").asLong()).isEqualTo(head);
    }

    private static JsonNode progress(String view) {
        return firm.partner.get("/running").json().path("views").path(view);
    }

    @Test
    void is_for_administrators() {
        var access = firm.server.bean(Access.class);
        access.addUser("Ewa Lis", Set.of(StaffRole.FEE_EARNER, StaffRole.PARTNER), null);
        var partner = new Api(
                firm.server.port(),
                access.createUserToken("Ewa Lis", "tests", null).token());
        var integration = new Api(
                firm.server.port(),
                access.createIntegrationToken("watch", OnBehalf.ANYBODY, "tests", null)
                        .token());
        assertThat(rebuild(partner, "timeline").status()).isEqualTo(403);
        assertThat(rebuild(integration, "timeline").status()).isEqualTo(403);
        assertThat(rebuild(integration, "timeline", "On-Behalf-Of", firm.partnerId)
                        .status())
                .isEqualTo(202);
        shown();
    }

    @Test
    void of_no_view_is_answered_404() {
        assertThat(rebuild(firm.partner, "nobody").status()).isEqualTo(404);
    }
}
