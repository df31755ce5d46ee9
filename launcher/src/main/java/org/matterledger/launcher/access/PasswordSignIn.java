package org.matterledger.launcher.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Name and password in a form of our own. */
final class PasswordSignIn implements SignIn {

    static final String PAGE = "/sign-in";

    private final PasswordCheck check;

    PasswordSignIn(PasswordCheck check) {
        this.check = check;
    }

    @Override
    public void addTo(HttpSecurity pages) throws Exception {
        pages.authenticationProvider(check)
                .formLogin(form -> form.loginPage(PAGE)
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .failureUrl(PAGE + "?failed")
                        .defaultSuccessUrl("/"));
    }
}
