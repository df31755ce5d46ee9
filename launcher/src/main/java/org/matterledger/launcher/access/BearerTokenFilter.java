package org.matterledger.launcher.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.store.LedgerUnavailable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request in by the token in its {@code Authorization} header. Tokens in the address are not looked at. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final TokenCheck check;
    private final Problems problems;

    BearerTokenFilter(TokenCheck check, Problems problems) {
        this.check = check;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        @Nullable SignedIn signedIn;
        try {
            signedIn = header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                    ? check.whose(header.substring(SCHEME.length()).strip()).orElse(null)
                    : null;
        } catch (DataAccessException | LedgerUnavailable e) {
            problems.unavailable(response);
            return;
        }
        if (signedIn == null) {
            problems.invalidToken(response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, AuthorityUtils.NO_AUTHORITIES)));
        chain.doFilter(request, response);
    }
}
