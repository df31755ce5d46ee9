package org.matterledger.launcher.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers whoever is not let in with a problem document: 401 says how to come in, 403 that it would not help. */
final class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String REALM = "Bearer realm=\"matter-ledger\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader("WWW-Authenticate", REALM);
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "This needs a bearer token; ./ledger token makes one.");
    }

    /** Malformed, unknown, expired and revoked are one answer: which it was is nobody's business. */
    void invalidToken(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", REALM + ", error=\"invalid_token\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "invalid-token",
                "The bearer token is none of ours, or holds no more.");
    }

    /** The database can't be asked who this is: nothing was done, ask again. */
    void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "2");
        write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The database can't be reached; repeat the request with the same key.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "not-allowed", "This token doesn't allow that.");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String problem, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                        {"type":"urn:matterledger:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(problem, status.getReasonPhrase(), status.value(), detail));
    }
}
