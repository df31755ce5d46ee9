package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.values.StaffRole;

/** What callers may do is what the staff members' events say at the moment, on every node. */
class AuthorityTest {

    @TempDir
    static Path home;

    private static LedgerServer here;
    private static LedgerServer there;
    private static Api hr;

    @BeforeAll
    static void start() {
        var settings = new ServerSettings(
                "127.0.0.1",
                0,
                ServerSettings.Role.COMMAND,
                ServerSettings.Store.POSTGRESQL,
                TestDatabase.fresh(),
                new Secrets(home.resolve("secrets")));
        here = LedgerServer.start(settings);
        there = LedgerServer.start(settings);
        var token = here.bean(Access.class).createIntegrationToken("hr", OnBehalf.ANYBODY, "tests", null);
        hr = new Api(here.port(), token.token());
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    /** A user with a token. */
    private record User(String at, String token) {

        static User with(StaffRole... roles) {
            var access = here.bean(Access.class);
            var user = access.addUser("Ewa " + UUID.randomUUID(), Set.of(roles), null);
            var token = access.createUserToken(user.name(), "tests", null);
            return new User("/staff/" + user.staffId(), token.token());
        }

        /** Tries what only an administrator may. */
        Reply administers(LedgerServer node) {
            return new Api(node.port(), token).post("/staff", "{\"name\": \"Jan\", \"roles\": [\"FEE_EARNER\"]}");
        }
    }

    @Test
    void a_role_taken_away_is_gone_at_the_next_request_on_every_node() {
        var user = User.with(StaffRole.ADMINISTRATOR);
        assertThat(user.administers(here).status()).isEqualTo(201);
        assertThat(user.administers(there).status()).isEqualTo(201);
        hr.post(user.at() + "/roles", "{\"roles\": [\"FEE_EARNER\"]}");
        assertThat(user.administers(here).status()).isEqualTo(403);
        assertThat(user.administers(there).status()).isEqualTo(403);
    }

    @Test
    void a_role_given_holds_at_the_next_request_on_every_node() {
        var user = User.with(StaffRole.FEE_EARNER);
        assertThat(user.administers(here).status()).isEqualTo(403);
        assertThat(user.administers(there).status()).isEqualTo(403);
        hr.post(user.at() + "/roles", "{\"roles\": [\"ADMINISTRATOR\"]}");
        assertThat(user.administers(there).status()).isEqualTo(201);
        assertThat(user.administers(here).status()).isEqualTo(201);
    }

    @Test
    void who_left_is_out_at_the_next_request_on_every_node() {
        var user = User.with(StaffRole.ADMINISTRATOR);
        assertThat(user.administers(there).status()).isEqualTo(201);
        hr.post(user.at() + "/leaving", "{}");
        assertThat(user.administers(there).status()).isEqualTo(401);
        assertThat(user.administers(here).status()).isEqualTo(401);
    }

    @Test
    void nobody_acts_in_the_name_of_who_left() {
        var user = User.with(StaffRole.FEE_EARNER);
        var onBehalf = user.at().substring("/staff/".length());
        var client = "{\"name\": \"Baltic Timber\"}";
        assertThat(hr.post("/clients", client, "On-Behalf-Of", onBehalf).status())
                .isEqualTo(201);
        hr.post(user.at() + "/leaving", "{}");
        assertThat(hr.post("/clients", client, "On-Behalf-Of", onBehalf).status())
                .isEqualTo(403);
    }

    @Test
    void an_integration_acts_for_a_colleague_who_never_signs_in_but_for_no_stranger() {
        var staff = hr.post("/staff", "{\"name\": \"Petro\", \"roles\": [\"PARTNER\"]}");
        var client = "{\"name\": \"Dnipro Mill\"}";
        assertThat(hr.post("/clients", client, "On-Behalf-Of", staff.get("id")).status())
                .isEqualTo(201);
        assertThat(hr.post("/clients", client, "On-Behalf-Of", "staff-nobody").status())
                .isEqualTo(403);
    }
}
