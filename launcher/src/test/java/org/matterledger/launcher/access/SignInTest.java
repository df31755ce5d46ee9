package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.values.StaffRole;

class SignInTest {

    private static final String PASSWORD = "correct horse battery";

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
    class Signing_in {

        @Test
        void is_asked_for_by_every_page() {
            var answer = server.browser().get("/desk/me");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(location(answer)).isEqualTo("/sign-in");
        }

        @Test
        void opens_the_page_that_was_asked_for() {
            var staff = user("Ewa Żak");
            var browser = server.browser();
            browser.get("/desk/me");
            assertThat(location(browser.signIn("ewa żak", PASSWORD))).startsWith("/desk/me");
            assertThat(browser.get("/desk/me").body()).contains("staff:" + staff.staffId(), "FEE_EARNER");
        }

        @Test
        void with_a_wrong_password_or_an_unknown_name_is_answered_alike() {
            user("frank");
            var wrong = server.browser().signIn("frank", "wrong horse battery");
            var unknown = server.browser().signIn("nobody", PASSWORD);
            assertThat(location(wrong)).isEqualTo("/sign-in?failed").isEqualTo(location(unknown));
            assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
            assertThat(server.browser().get("/sign-in?failed").body()).contains("don't let anybody in");
        }

        @Test
        void gives_the_session_another_id() {
            user("greta");
            var browser = server.browser();
            browser.get("/sign-in");
            var before = browser.cookies().getFirst().getValue();
            browser.signIn("greta", PASSWORD);
            assertThat(browser.cookies().getFirst().getValue()).isNotEqualTo(before);
            var thief = server.browser().get("/desk/me", "Cookie", "matter-ledger-session=" + before);
            assertThat(thief.statusCode()).isEqualTo(302);
        }

        @Test
        void without_the_forms_token_is_forbidden() {
            user("hanna");
            var browser = server.browser();
            browser.get("/sign-in");
            assertThat(browser.post("/sign-in", "name=hanna&password=correct+horse+battery")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
        }

        @Test
        void keeps_its_cookie_from_scripts_and_other_sites() {
            var cookie = server.browser().get("/sign-in").headers().firstValue("Set-Cookie");
            assertThat(cookie.orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        }

        @Test
        void shows_a_page_that_no_other_site_can_frame_or_feed() {
            var headers = server.browser().get("/sign-in").headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(server.browser().get("/assets/sign-in.css").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class A_session {

        @Test
        void ends_by_signing_out_with_the_forms_token_only() {
            user("ida");
            var browser = signedIn("ida");
            assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(403);
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(200);
            assertThat(location(browser.post("/sign-out", browser.csrf()))).isEqualTo("/sign-in?signed-out");
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
        }

        @Test
        void may_not_act_without_the_forms_token() {
            user("jana");
            var browser = signedIn("jana");
            assertThat(browser.post("/desk/act", "").statusCode()).isEqualTo(403);
            assertThat(browser.post("/desk/act", browser.csrf()).body()).isEqualTo("done");
        }

        @Test
        void does_not_open_the_interface_for_programs() {
            user("karl");
            assertThat(signedIn("karl").get("/me").statusCode()).isEqualTo(401);
        }

        @Test
        void ends_when_its_user_is_disabled_on_any_node() {
            user("lena");
            var browser = signedIn("lena");
            try (var other = server.another()) {
                other.access().disableUser("LENA");
            }
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
            assertThat(location(server.browser().signIn("lena", PASSWORD))).isEqualTo("/sign-in?failed");
        }

        @Test
        void lets_do_less_at_the_next_request_when_a_role_was_taken_away() {
            var staff = user("sara").staffId();
            var browser = signedIn("sara");
            assertThat(browser.get("/desk/me").body()).contains("FEE_EARNER");
            server.register.change(staff, Set.of(StaffRole.REVIEWER));
            assertThat(browser.get("/desk/me").body()).contains("REVIEWER").doesNotContain("FEE_EARNER");
        }

        @Test
        void ends_when_its_user_left_the_firm() {
            var staff = user("ruta").staffId();
            var browser = signedIn("ruta");
            server.register.leave(staff);
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
            assertThat(location(server.browser().signIn("ruta", PASSWORD))).isEqualTo("/sign-in?failed");
        }

        @Test
        void ends_when_its_user_gets_another_password() {
            user("mila");
            var browser = signedIn("mila");
            var password = server.access().setPassword("mila", null);
            assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
            assertThat(location(server.browser().signIn("mila", password))).isEqualTo("/");
        }
    }

    @Nested
    class Lock_out {

        @Test
        void comes_after_five_wrong_passwords_and_ends_after_fifteen_minutes() {
            user("nora");
            fail("nora", 5);
            assertThat(location(server.browser().signIn("nora", PASSWORD))).isEqualTo("/sign-in?failed");
            server.clock.move(Duration.ofMinutes(14));
            assertThat(location(server.browser().signIn("nora", PASSWORD))).isEqualTo("/sign-in?failed");
            server.clock.move(Duration.ofMinutes(1));
            assertThat(location(server.browser().signIn("nora", PASSWORD))).isEqualTo("/");
        }

        @Test
        void does_not_come_after_four_nor_after_four_and_four_with_a_right_one_between() {
            user("olga");
            fail("olga", 4);
            assertThat(location(server.browser().signIn("olga", PASSWORD))).isEqualTo("/");
            fail("olga", 4);
            assertThat(location(server.browser().signIn("olga", PASSWORD))).isEqualTo("/");
        }

        @Test
        void is_known_to_another_node_and_after_a_restart() {
            user("paul");
            fail("paul", 5);
            try (var other = server.another()) {
                assertThat(location(other.browser().signIn("PAUL", PASSWORD))).isEqualTo("/sign-in?failed");
            }
        }

        @Test
        void is_lifted_by_another_password() {
            user("rosa");
            fail("rosa", 5);
            var password = server.access().setPassword("rosa", null);
            assertThat(location(server.browser().signIn("rosa", password))).isEqualTo("/");
        }

        @Test
        void counts_guesses_that_come_all_at_once() throws Exception {
            var lockout = new Lockout(server.database, server.clock::now);
            var guesses = new ArrayList<Callable<Boolean>>();
            for (int guess = 0; guess < 40; guess++) {
                guesses.add(() -> lockout.admits("sven"));
            }
            int admitted = 0;
            try (var threads = Executors.newFixedThreadPool(20)) {
                for (var answer : threads.invokeAll(guesses)) {
                    admitted += answer.get() ? 1 : 0;
                }
            }
            assertThat(admitted).isEqualTo(Lockout.ATTEMPTS);
        }
    }

    private static void fail(String name, int times) {
        var browser = server.browser();
        for (int time = 0; time < times; time++) {
            assertThat(location(browser.signIn(name, "wrong horse " + time))).isEqualTo("/sign-in?failed");
        }
    }

    private static Browser signedIn(String name) {
        var browser = server.browser();
        assertThat(location(browser.signIn(name, PASSWORD))).isEqualTo("/");
        return browser;
    }

    private static Access.NewUser user(String name) {
        return server.access().addUser(name, Set.of(StaffRole.FEE_EARNER), PASSWORD);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://127.0.0.1:[0-9]+", ""))
                .orElse("none, " + answer.statusCode());
    }
}
