package org.matterledger.launcher.access;

import javax.sql.DataSource;
import org.matterledger.launcher.time.LedgerClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Puts accounts, tokens and their checks together. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** Writes bcrypt, names it in every hash, and goes on reading it when something better is written one day. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    StaffAccounts staffAccounts(DataSource database) {
        return new StaffAccounts(database);
    }

    @Bean
    AccessTokens accessTokens(DataSource database) {
        return new AccessTokens(database);
    }

    @Bean
    Lockout lockout(DataSource database, LedgerClock clock) {
        return new Lockout(database, clock::now);
    }

    @Bean
    TokenCheck tokenCheck(
            AccessTokens tokens,
            StaffAccounts accounts,
            StaffRegister register,
            PasswordEncoder encoder,
            LedgerClock clock) {
        return new TokenCheck(tokens, accounts, register, encoder, clock::now);
    }

    @Bean
    SignIn signIn(StaffAccounts accounts, StaffRegister register, Lockout lockout, PasswordEncoder encoder) {
        return new PasswordSignIn(new PasswordCheck(accounts, register, lockout, encoder));
    }

    @Bean
    CallerIdentity callerIdentity(StaffAccounts accounts, StaffRegister register) {
        return new CallerIdentity(accounts, register);
    }

    @Bean
    Access access(
            StaffAccounts accounts,
            AccessTokens tokens,
            TokenCheck check,
            Lockout lockout,
            PasswordEncoder encoder,
            StaffRegister register,
            LedgerClock clock) {
        return new Access(accounts, tokens, check, lockout, encoder, register, clock::now);
    }
}
