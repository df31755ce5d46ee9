package org.matterledger.launcher.access;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The two ways in: a session for the pages, a token for everything else. Open are health, the sign-in and its looks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class AccessChains {

    static final String HEALTH = "/health";
    static final String SIGN_OUT = "/sign-out";

    private static final String COOKIE = "matter-ledger-session";
    private static final String ASSETS = "/assets/**";
    private static final String[] PAGES = {"/", "/desk/**", PasswordSignIn.PAGE, SIGN_OUT, ASSETS};
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, StaffAccounts accounts, StaffRegister register)
            throws Exception {
        http.securityMatcher(PAGES)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PasswordSignIn.PAGE, ASSETS)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new SessionStillHolds(accounts, register), AnonymousAuthenticationFilter.class)
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .logoutSuccessUrl(PasswordSignIn.PAGE + "?signed-out")
                        .deleteCookies(COOKIE))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        signIn.addTo(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, TokenCheck check) throws Exception {
        var problems = new Problems();
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HEALTH)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new BearerTokenFilter(check, problems), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(out -> out.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .build();
    }

    /** Scripts can't read the session's cookie, other sites' forms don't carry it, and over TLS it stays there. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie() {
        var session = new Session();
        session.setTimeout(Duration.ofHours(1));
        session.getCookie().setName(COOKIE);
        session.getCookie().setHttpOnly(true);
        session.getCookie().setSameSite(SameSite.LAX);
        session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
        return server -> server.setSession(session);
    }
}
