package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matterledger.values.StaffRole;

/** Somebody who is signed in chooses another password. */
class PasswordPageTest {

    private static final String OLD = "correct horse battery";
    private static final String NEW = "zażółć gęślą jaźń";

    private static SampleServer server;

    @BeforeAll
    static void start() {
        server = SampleServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void asks_for_the_present_one_and_for_the_new_one_twice() {
        var page = signedIn("anna").get("/desk/password");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"present\"", "name=\"chosen\"", "name=\"again\"", "name=\"_csrf\"");
        assertThat(location(server.browser().get("/desk/password"))).isEqualTo("/sign-in");
    }

    @Test
    void holds_from_then_on_and_ends_every_session() {
        var browser = signedIn("boris");
        var elsewhere = server.browser();
        elsewhere.signIn("boris", OLD);
        assertThat(change(browser, OLD, NEW, NEW)).isEqualTo("/sign-in?changed");
        assertThat(browser.get("/desk/me").statusCode()).isEqualTo(302);
        assertThat(elsewhere.get("/desk/me").statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in?changed").body()).contains("Your password is changed");
        assertThat(location(server.browser().signIn("boris", OLD))).isEqualTo("/sign-in?failed");
        assertThat(location(server.browser().signIn("boris", NEW))).isEqualTo("/");
    }

    @Test
    void is_not_had_without_the_present_one() {
        var browser = signedIn("clara");
        assertThat(change(browser, "wrong horse battery", NEW, NEW)).isEqualTo("/desk/password?wrong");
        assertThat(browser.get("/desk/password?wrong").body()).contains("not your present password");
        assertThat(location(server.browser().signIn("clara", OLD))).isEqualTo("/");
    }

    @Test
    void gives_an_open_session_no_more_guesses_than_the_sign_in() {
        var browser = signedIn("dora");
        for (var guess = 0; guess < Lockout.ATTEMPTS; guess++) {
            assertThat(change(browser, "wrong horse " + guess, NEW, NEW)).isEqualTo("/desk/password?wrong");
        }
        assertThat(change(browser, OLD, NEW, NEW)).isEqualTo("/desk/password?wrong");
        assertThat(location(server.browser().signIn("dora", OLD))).isEqualTo("/sign-in?failed");
    }

    @Test
    void must_be_typed_twice_alike_and_be_long_enough_and_not_too_long() {
        var browser = signedIn("edith");
        assertThat(change(browser, OLD, NEW, NEW + "!")).isEqualTo("/desk/password?different");
        assertThat(change(browser, OLD, "elevenchars", "elevenchars")).isEqualTo("/desk/password?unfit");
        var tooLong = "ż".repeat(37);
        assertThat(change(browser, OLD, tooLong, tooLong)).isEqualTo("/desk/password?unfit");
        assertThat(browser.get("/desk/password?different").body()).contains("differ");
        assertThat(browser.get("/desk/password?unfit").body()).contains("at least 12 characters");
        assertThat(location(server.browser().signIn("edith", OLD))).isEqualTo("/");
    }

    @Test
    void is_not_changed_by_a_form_of_another_site() {
        var browser = signedIn("frank");
        assertThat(browser.post("/desk/password", form(OLD, NEW, NEW)).statusCode())
                .isEqualTo(403);
        assertThat(location(server.browser().signIn("frank", OLD))).isEqualTo("/");
    }

    private static String change(Browser browser, String present, String chosen, String again) {
        return location(browser.post("/desk/password", browser.csrf() + "&" + form(present, chosen, again)));
    }

    private static String form(String present, String chosen, String again) {
        return "present=%s&chosen=%s&again=%s".formatted(encoded(present), encoded(chosen), encoded(again));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Browser signedIn(String name) {
        server.access().addUser(name, Set.of(StaffRole.FEE_EARNER), OLD);
        var browser = server.browser();
        assertThat(location(browser.signIn(name, OLD))).isEqualTo("/");
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://127.0.0.1:[0-9]+", ""))
                .orElse("none, " + answer.statusCode());
    }
}
