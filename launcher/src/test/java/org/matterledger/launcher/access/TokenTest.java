package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokenTest {

    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class A_token {

        @Test
        void lets_an_integration_in_under_its_own_name() {
            assertThat(server.browser()
                            .bearing(integration(OnBehalf.NOBODY), "/me")
                            .body())
                    .contains("integration:case-system");
        }

        @Test
        void lets_a_staff_member_in_with_their_roles() {
            var user = server.access().addUser("anna", Set.of(StaffRole.PARTNER), null);
            var token = server.access().createUserToken("Anna", "laptop", null);
            assertThat(server.browser().bearing(token.token(), "/me").body())
                    .contains("staff:" + user.staffId(), "PARTNER");
        }

        @Test
        void is_kept_only_as_a_hash() {
            String token = integration(OnBehalf.NOBODY);
            String secret = token.substring(token.length() - 43);
            assertThat(JdbcClient.create(server.database)
                            .sql("select secret_hash from command.access_token")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .allSatisfy(hash -> assertThat(hash).startsWith("{bcrypt}").doesNotContain(secret));
        }

        @Test
        void holds_until_the_instant_at_which_it_expires() {
            var expiry = server.clock.now().plus(Duration.ofSeconds(2));
            var token = server.access().createIntegrationToken("short", OnBehalf.NOBODY, "test", expiry);
            assertThat(server.browser().bearing(token.token(), "/me").statusCode())
                    .isEqualTo(200);
            server.clock.move(Duration.ofSeconds(2));
            refused(server.browser().bearing(token.token(), "/me"));
        }

        @Test
        void is_refused_at_once_when_it_is_revoked_here() {
            var token = server.access().createIntegrationToken("gone", OnBehalf.NOBODY, "test", null);
            assertThat(server.browser().bearing(token.token(), "/me").statusCode())
                    .isEqualTo(200);
            server.access().revokeToken(token.id());
            refused(server.browser().bearing(token.token(), "/me"));
        }

        @Test
        void is_refused_five_seconds_later_when_it_is_revoked_elsewhere() {
            var token = server.access().createIntegrationToken("far", OnBehalf.NOBODY, "test", null);
            assertThat(server.browser().bearing(token.token(), "/me").statusCode())
                    .isEqualTo(200);
            try (var other = server.another()) {
                other.access().revokeToken(token.id());
            }
            server.clock.move(Duration.ofSeconds(TokenCheck.SECONDS));
            refused(server.browser().bearing(token.token(), "/me"));
        }

        @Test
        void goes_with_its_user() {
            server.access().addUser("bruno", Set.of(StaffRole.FEE_EARNER), null);
            var token = server.access().createUserToken("bruno", "laptop", null);
            assertThat(server.browser().bearing(token.token(), "/me").statusCode())
                    .isEqualTo(200);
            server.access().disableUser("bruno");
            refused(server.browser().bearing(token.token(), "/me"));
        }
    }

    @Nested
    class What_a_staff_members_token_lets_do {

        private final StaffId user;
        private final String token;

        What_a_staff_members_token_lets_do() {
            var name = "eva " + StaffId.random().value().substring(6, 20);
            user = server.access()
                    .addUser(name, Set.of(StaffRole.PARTNER, StaffRole.ADMINISTRATOR), null)
                    .staffId();
            token = server.access().createUserToken(name, "laptop", null).token();
            assertThat(server.browser().bearing(token, "/me").body()).contains("ADMINISTRATOR");
        }

        @Test
        void is_less_at_the_next_request_when_a_role_was_taken_away() {
            server.register.change(user, Set.of(StaffRole.PARTNER));
            assertThat(server.browser().bearing(token, "/me").body())
                    .contains("PARTNER")
                    .doesNotContain("ADMINISTRATOR");
        }

        @Test
        void is_nothing_at_the_next_request_when_the_staff_member_left() {
            server.register.leave(user);
            refused(server.browser().bearing(token, "/me"));
        }
    }

    @Nested
    class Refused_with_401 {

        @Test
        void is_a_request_without_a_token() {
            var answer = server.browser().get("/me");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"matter-ledger\"");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"status\":401");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "nonsense",
                    "mlt_0123456789abcdef_",
                    "mlt_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "mlt_0123456789ABCDEF_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                })
        void is_a_token_that_is_malformed_or_unknown(String token) {
            refused(server.browser().bearing(token, "/me"));
        }

        @Test
        void is_a_known_token_with_another_secret_even_after_the_right_one_was_seen() {
            String token = integration(OnBehalf.NOBODY);
            server.browser().bearing(token, "/me");
            char last = token.charAt(token.length() - 10);
            String forged = token.substring(0, token.length() - 10)
                    + (last == 'A' ? 'B' : 'A')
                    + token.substring(token.length() - 9);
            refused(server.browser().bearing(forged, "/me"));
        }

        @Test
        void is_another_scheme() {
            refused(server.browser().get("/me", "Authorization", "Basic YW5uYTpwYXNzd29yZA=="));
        }
    }

    @Nested
    class On_behalf_of {

        private final StaffId anna = StaffId.random();
        private final StaffId boris = StaffId.random();

        @BeforeEach
        void register() {
            server.register.register(anna, "Anna", Set.of(StaffRole.FEE_EARNER));
            server.register.register(boris, "Boris", Set.of(StaffRole.PARTNER));
        }

        @Test
        void nobody_is_the_default() {
            assertThat(actingFor(anna, integration(OnBehalf.NOBODY)).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void a_list_reaches_as_far_as_the_list() {
            String token = integration(OnBehalf.of(Set.of(anna)));
            assertThat(actingFor(anna, token).body()).contains("integration:case-system", anna.value());
            assertThat(actingFor(boris, token).statusCode()).isEqualTo(403);
        }

        @Test
        void anybody_reaches_everybody_but_those_who_left_or_are_shut_out() {
            String token = integration(OnBehalf.ANYBODY);
            assertThat(actingFor(boris, token).body()).contains("PARTNER");
            server.register.leave(boris);
            assertThat(actingFor(boris, token).statusCode()).isEqualTo(403);
            var user = server.access().addUser("clara", Set.of(StaffRole.PARTNER), null);
            assertThat(actingFor(user.staffId(), token).body()).contains("PARTNER");
            server.access().disableUser("clara");
            assertThat(actingFor(user.staffId(), token).statusCode()).isEqualTo(403);
        }

        @Test
        void another_is_not_for_a_staff_members_token() {
            var user = server.access().addUser("dora", Set.of(StaffRole.ADMINISTRATOR), null);
            String token =
                    server.access().createUserToken("dora", "laptop", null).token();
            assertThat(actingFor(user.staffId(), token).statusCode()).isEqualTo(200);
            assertThat(actingFor(boris, token).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void what_breaks_behind_the_door_is_not_answered_as_a_closed_door() {
        assertThat(server.browser()
                        .bearing(integration(OnBehalf.NOBODY), "/breaks")
                        .statusCode())
                .isEqualTo(500);
    }

    private static HttpResponse<String> actingFor(StaffId staff, String token) {
        return server.browser().bearing(token, "/me", CallerIdentity.ON_BEHALF_OF, staff.value());
    }

    private static String integration(OnBehalf onBehalf) {
        return server.access()
                .createIntegrationToken("case-system", onBehalf, "test", null)
                .token();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
        assertThat(answer.body()).contains("urn:matterledger:problem:invalid-token");
    }
}
