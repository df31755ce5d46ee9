package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class AnonymousTest {

    @Test
    void nobody_gets_more_than_health_and_the_sign_in() {
        try (var server = SampleServer.start()) {
            assertThat(OpenEndpoints.of(server.context(), server.browser()))
                    .containsExactlyInAnyOrder("GET /health", "GET /sign-in");
        }
    }

    @Test
    void an_endpoint_that_was_left_open_is_found() {
        try (var server = SampleServer.start(Planted.class)) {
            assertThat(OpenEndpoints.of(server.context(), server.browser())).contains("GET /matters/{id}/planted");
        }
    }

    @RestController
    @Profile(SampleServer.PROFILE)
    static class Planted {

        @GetMapping("/matters/{id}/planted")
        String planted() {
            return "open";
        }

        @Bean
        @Order(0)
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.securityMatcher("/matters/*/planted")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
