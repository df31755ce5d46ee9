package org.matterledger.launcher.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Looks at name and password. Wrong, unknown, disabled, gone and locked are answered alike, and after the same work, so that
 * nobody learns which names there are.
 */
final class PasswordCheck implements AuthenticationProvider {

    private final StaffAccounts accounts;
    private final StaffRegister register;
    private final Lockout lockout;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    PasswordCheck(StaffAccounts accounts, StaffRegister register, Lockout lockout, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.register = register;
        this.lockout = lockout;
        this.passwords = passwords;
        this.nobodysHash = encoded(passwords, SecretText.password());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        boolean admitted = name.length() <= Access.LONGEST_NAME && lockout.admits(name);
        StaffAccount account =
                admitted ? accounts.named(name).filter(StaffAccount::enabled).orElse(null) : null;
        boolean right = matches(attempt.getCredentials(), account);
        if (account == null || !right) {
            throw nobody();
        }
        var roles = register.rolesOf(account.staffId());
        if (roles.isEmpty()) {
            throw nobody();
        }
        lockout.clear(name);
        return UsernamePasswordAuthenticationToken.authenticated(
                SignedIn.staff(account, roles), null, AuthorityUtils.NO_AUTHORITIES);
    }

    private static BadCredentialsException nobody() {
        return new BadCredentialsException("Name and password don't let anybody in");
    }

    private boolean matches(@Nullable Object password, @Nullable StaffAccount account) {
        return passwords.matches(
                password instanceof String text ? text : "", account == null ? nobodysHash : account.passwordHash());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    static String encoded(PasswordEncoder encoder, String secret) {
        String hash = encoder.encode(secret);
        if (hash == null) {
            throw new IllegalStateException("The encoder gave no hash");
        }
        return hash;
    }
}
