package org.matterledger.launcher.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose user was disabled, got another password or left the firm, on every node and at its next request; and gives every
 * other request the roles that its user has now.
 */
final class SessionStillHolds extends OncePerRequestFilter {

    private final StaffAccounts accounts;
    private final StaffRegister register;

    SessionStillHolds(StaffAccounts accounts, StaffRegister register) {
        this.accounts = accounts;
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            present(signedIn)
                    .ifPresentOrElse(
                            now -> SecurityContextHolder.setContext(
                                    new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                            now, null, AuthorityUtils.NO_AUTHORITIES))),
                            () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> present(SignedIn signedIn) {
        return Optional.ofNullable(signedIn.staffId())
                .flatMap(accounts::of)
                .filter(StaffAccount::enabled)
                .map(account -> SignedIn.staff(account, register.rolesOf(account.staffId())))
                .filter(now -> !now.roles().isEmpty())
                .filter(now -> now.since().equals(signedIn.since()));
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
